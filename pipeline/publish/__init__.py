"""Views -> what people take away: tables, explanations, changes, lists.

Only the `report_…` views are read, but for the place of a fact on its page.
"""
