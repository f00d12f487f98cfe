"""The board: a day or a week of calls, made and moved by hand. May not know another screen."""
