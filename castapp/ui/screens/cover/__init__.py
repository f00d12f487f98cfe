"""Cover tonight: who is off, what opens, who could, three ways out, and who must be told."""
