"""One season of our own as five pages, in four dialects and two languages."""

ENGLISH = """{{Infobox football league season
| competition = Copa Perú
| season = 1990
| winners = [[Aurora]]
| prevseason = [[1989 Copa Perú|1989]]
| nextseason = 1991
}}
== Teams ==
{| class="wikitable"
! Department !! Team !! Location
|-
| rowspan="2"| Lima || [[Aurora]] || Lima
|-
| Grau || Callao
|-
| Puno || Minas || Juliaca
|}
"""
SPANISH = """{{Ficha de campeonato
|nombre = Copa Perú
|temporada = 1990
|primero = [[Aurora]]
|anterior = [[Copa Perú 1989|1989]]
|siguiente = 1991
}}
== Equipos ==
{| class="wikitable"
!Departamento
!Club
!Ciudad
|-
|rowspan=2|Lima
|[[Aurora]]
|Lima
|-
|Grau
|Callao
|-
|Puno||Minas||Juliaca
|}
"""
BOXES = """== Final group ==
{{Football box|date={{Start date|1990|11|30}}|team1=[[Aurora]]|team2=Grau|stadium=Nacional
|score={{score link|1990#x|2–1}}}}
{{#invoke:Football box|main|date=3 December 1990|team1=Grau|score=0 - 0|team2=Minas|aet=yes
|penaltyscore=4–3}}
{{football box collapsible|date=1990-12-07|team1=Minas|score=v|team2=[[Aurora]]}}
"""
SPORTS_TABLE = """{{#invoke:Sports table|main|style=WDL|winpoints=2
|team1=AUR|name_AUR=[[Aurora]]|team2=GRA|name_GRA=Grau|team3=MIN|name_MIN=Minas
|win_AUR=1|gf_AUR=2|ga_AUR=1 |draw_GRA=1|loss_GRA=1|gf_GRA=1|ga_GRA=2 |draw_MIN=1}}
"""
OLD_TABLE = """{{Fb cl header}}
{{Fb cl2 team 2pts|p=1|t=[[Aurora]]|w=1|gf=2|ga=1}}
{{Fb cl2 team 2pts|p=2|t=Grau|d=1|l=1|gf=1|ga=2}}
{{Fb cl team|p=3|t=Minas|d=1|wpts=2}}
|}
"""
WIKITABLES = """== Final group ==
{|
! Date !! Home !! Score !! Away !! Venue
|-
| 30 November 1990 || [[Aurora]] || 2–1 || Grau || Nacional
|-
| December 3, 1990 || Grau || 0–0 (a.e.t.) (4–3 p) || Minas ||
|-
| 7 December 1990 || Minas || v || [[Aurora]] ||
|}
{|
! Pos !! Team !! Pld !! W !! D !! L !! GF !! GA !! GD !! Pts
|-
| 1 || [[Aurora]] || 1 || 1 || 0 || 0 || 2 || 1 || +1 || 2
|-
| 2 || Grau || 2 || 0 || 1 || 1 || 1 || 2 || −1 || 1
|-
| 3 || Minas || 1 || 0 || 1 || 0 || 0 || 0 || 0 || 1
|}
"""
PARTIDOS = """== Liguilla final ==
{{Partidos
|local = '''[[Aurora]]'''
|resultado = 2:1''' (1:0)
|visita = Grau
|fecha = {{fecha|30|11|1990}}
|estadio = Nacional}}
{{Partido|local=Grau|resultado=0:0|visita=Minas|fecha=3 de Diciembre de 1990|prórroga=sí
|resultado penalti=4:3}}
{{Partido|local=Minas|resultado=v|visita=[[Aurora]]|fecha=7 de diciembre de 1990}}
{{Tabla de posiciones inicio}}
{{Tabla de posiciones equipo|pos=1|g=1|e=0|p=0|gf=2|gc=1|eq=[[Aurora]]|pv=2}}
{{Tabla de posiciones equipo|pos=2|g=0|e=1|p=1|gf=1|gc=2|eq=Grau|pv=2}}
{{Tabla de posiciones equipo|pos=3|g=0|e=1|p=0|gf=0|gc=0|eq=Minas|pv=2}}
{{Tabla de posiciones fin}}
"""
TABLAS = """== Liguilla final ==
{|
!Local
!Resultado
!Visitante
!Estadio
!Fecha
|-
|'''[[Aurora]]'''
|2 - 1
|Grau
|Nacional
|30-11-1990
|- bgcolor=#fff
|Grau||0 - 0 (t.s.) (4-3 pen.)||Minas|| ||3 de diciembre de 1990
|-
|Minas||vs.||[[Aurora]]|| ||7/12/1990
|}
{|
|-
|'''Pos'''||'''Equipo'''||'''PJ'''||'''PG'''||'''PE'''||'''PP'''||'''GF'''||'''GC'''||'''DG'''||'''Pts'''
|-
|1.º||[[Aurora]]||1||1||0||0||2||1||+1||2
|-
|2.º||Grau||2||0||1||1||1||2||-1||1
|-
|3.º||Minas||1||0||1||0||0||0||0||1
|}
"""
PAGES = {
    "English, boxes and Sports table": ENGLISH + BOXES + SPORTS_TABLE,
    "English, boxes and the old table": ENGLISH + BOXES + OLD_TABLE,
    "English, wikitables": ENGLISH + WIKITABLES,
    "Spanish, templates": SPANISH + PARTIDOS,
    "Spanish, wikitables": SPANISH + TABLAS,
}
