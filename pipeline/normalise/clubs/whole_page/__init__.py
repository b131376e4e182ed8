"""A page resolved as a whole: its names put together to clubs, the strongest evidence first.

    statements   what goes in: names, rows of lists and tables, meetings
    name_form    a printed name taken apart
    name_fit     whether one name can be a short form of another
    identity     a club as far as it is known, and what contradicts that two are one
    identities   the clubs before any two are put together
    closed_sets  where all clubs that a short name can mean are known
    assign       the steps, and what comes out

Nothing here knows a page's markup or its facts. docs/clubs.md tells the method with examples.
"""
