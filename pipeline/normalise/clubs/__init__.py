"""Who is meant: the names and links that pages print -> clubs.

A page prints a club in two ways: as a row of a team list, which defines a club of the season
(team_lists), and as a mention in a match, a tie or a table, which means one (mentions). `resolver`
decides what a mention means, by the first of these steps that leaves exactly one club:

1. link
   [[Estudiantes de Medicina|Estudiantes]] is the club of that article, whatever the text says.
2. name in the season's lists
   "Juan Aurich" is the row "| Lambayeque | Juan Aurich | Chiclayo |"; of two clubs with the name
   only those count whose department belongs to the region of the section (regions). A link of the
   same name elsewhere on the page counts where no list has the name (season_names).
3. clubs.csv
   "atletico-grau,Grau,any,,,1982,1982": in 1982 "Grau" is Atlético Grau.
4. place in brackets
   "Universitario (Tarma)" is the row "| Junín | Universitario | Tarma |".
5. provisional club and finding
   "Octavio Espinoza" with one letter changed is nobody's name: it becomes the club
   `provisional-1997-octavio-espinoza` (provisional_clubs), and a finding names the candidates and
   the line of clubs.csv that would settle it (candidates). Nothing is merged because it looks
   alike.

So far each name is asked alone. Then the page is resolved as a whole (`page_resolver`): names that
several links, short forms or codes print of one club are put together, group by group
(`whole_page`), from what `page_statements` reads. docs/clubs.md has the method with examples.

Beside it: name_resolutions lists all names of a page with their clubs and evidence, for
`copaperu plan`; duplicate_clubs asks about clubs of the database that may be two or one.
"""
