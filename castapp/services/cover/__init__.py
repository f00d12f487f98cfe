"""Cover tonight: what somebody's being off opens, who could, and three ways out of it.

Pure: reads the book, answers values and edits. Nothing is written here, and no window is known.
"""
