"""The spot map: a role's places on the stage as the house sees it. The grid is not known here."""
