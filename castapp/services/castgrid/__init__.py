"""What the casting grid asks: who follows a cast, names as written, places on stage. No Qt."""
