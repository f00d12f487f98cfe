"""Paper and files made from the book; nothing here changes it, and only pdf.py may know Qt."""
