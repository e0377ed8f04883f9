"""What pictures show, by field: an alt text says *children*, the caption says *pupils*.

Alt texts name what the eye sees, captions what the desk knows; these fields bridge the two.
Each line is one field; a word of the alt text and a word of the caption that share a field are
weak evidence that the two belong together. The selection is the everyday stock of news
pictures, in English, German, French and Spanish.
"""

from collections.abc import Mapping
from functools import cache

from cutline.check.alike import fold_text
from cutline.check.stems import stem

_FIELDS: Mapping[str, str] = {
    "en": """
fire blaze flame burn wildfire smoke firefighter ember burning ablaze inferno torch bonfire smoulder
sea ocean beach shore coast wave surf surfer swim swimmer bather beachgoer bay water seaside sand
boat ship vessel ferry dinghy canoe kayak yacht sail sailor raft fisherman port harbour harbor quay
fish trout salmon angler fishing fisherman catch fillet
river stream lake creek waterfall canal flood water flooded floodwater dam
rain umbrella storm wet puddle downpour monsoon hurricane typhoon cyclone lightning
snow ice skier ski blizzard winter frozen sledge sled glacier skate skater frost
sun sunset sunrise dawn dusk sky cloud evening orange
night dark evening light lit lamp candle lantern glow illuminated
mountain hill peak climber summit hiker slope cliff volcano valley climb
tree forest wood woodland branch trunk leaf oak pine jungle
flower garden bloom blossom petal tulip rose marigold bouquet
field farm farmer crop harvest wheat tractor agriculture rural rice
elephant trunk zoo circus keeper
bear panda cub zoo
dog puppy hound canine
cat kitten feline
horse rider jockey rodeo gaucho cowboy saddle pony racecourse stallion
cow cattle bull calf herd goat sheep lamb livestock shepherd pig
bird pigeon gull eagle heron duck goose penguin swan parrot owl flock feather
lion tiger leopard cheetah cub zoo
whale dolphin seal shark
child boy girl kid pupil schoolchild toddler baby infant student playground son daughter youngster
mother baby daughter son newborn infant parent
family parent father mother relative son daughter grandmother
school pupil classroom student teacher university graduate gymnasium campus
soldier troops army military conscript uniform recruit cadet camouflage fighter rifle gun
tank armoured artillery gun howitzer cannon missile launcher
police officer policeman riot shield cordon arrest detain detained handcuff
protest demonstration demonstrator rally march marcher protester banner placard flag activist crowd
strike worker union picket
pray prayer worship worshipper pilgrim pilgrimage church mosque temple shrine mass faithful muslim
 monk nun priest pope congregation kneel religious cathedral devotee
funeral mourner coffin grief mourn burial cemetery grave cry tear weep casket
hospital patient doctor nurse surgeon ward bed medical malnutrition injured treat ambulance vaccine
mask masked face covid coronavirus pandemic
dancer dance ballet barre ballerina dancing carnival samba
music musician singer band concert guitar microphone sing stage perform violin piano orchestra
actor actress film premiere carpet movie star oscar
model fashion runway catwalk dress designer gown
art artist painting museum gallery exhibit exhibition sculpture installation display visitor statue
football footballer soccer goal player ball match goalkeeper striker team pitch midfielder defender
tennis racket racquet serve court wimbledon open
basketball hoop dunk court player nba
runner race marathon sprint athlete track finish
cyclist bicycle bike cycling peloton
boxer boxing ring punch bout fight glove wrestler
swimmer pool diver dive platform aquatics
car vehicle traffic driver motorist road highway freeway motorway lane brake taxi lorry truck
train railway station platform locomotive rail carriage subway metro passenger
plane aircraft airport jet flight runway airliner aeroplane airplane pilot
helicopter chopper rotor
rocket launch spacecraft astronaut space pad capsule satellite
house home building apartment flat tower block roof ruin rubble destroyed collapse debris
earthquake rubble ruin rescue rescuer debris collapsed concrete
market stall vendor shop shopper buyer store customer seller bakery supermarket shelf
food bread eat meal kitchen cook chef restaurant dish plate bake soup
sweet chocolate candy treat marshmallow cake sugar
vote voter ballot election poll polling
president minister leader candidate politician nominee senator lawmaker chancellor lectern podium
 speech speak address microphone campaign
court judge trial lawyer courtroom defendant prison jail
rubbish waste garbage trash plastic pollution litter landfill
fireworks new year celebrate celebration countdown
lottery jackpot powerball ticket prize
selfie phone camera photograph smartphone
wedding bride groom newlywed veil marry
mud shovel sandbag cleanup flood muddy
haircut barber salon hair razor
door doorway threshold porch home
wine grape vineyard vintage winemaker
bee beekeeper hive honey
coffee tea cafe cup barista
book library reader bookshop read
chess board pawn
windmill turbine wind solar panel energy
mine miner coal pit quarry
pottery potter clay ceramic vase
sew tailor seamstress fabric cloth weave weaver loom textile
king queen prince princess royal crown throne coronation
eclipse moon sun telescope star
drum drummer parade
fair ride ferris carousel
bell tower clock
fog mist haze smog
goalkeeper save penalty dive
old elderly pensioner older
queue line wait waiting
hug embrace goodbye kiss farewell
swing play playground
factory plant conveyor manufacture production machine worker assembly
sleep bed lie blanket rest
costume dressed traditional headdress parade festival carnival
skull skeleton dead halloween
refugee migrant camp tent displaced border asylum
bomb explosion blast detonation plume airstrike strike shell shelling
desert dune sand camel
bridge river span
map chart graph
""",
    "de": """
feuer brand flamme rauch feuerwehr brennen löschen rauchwolke großbrand qualm waldbrand
meer strand küste welle ufer see schwimmen wasser baden
schiff boot fähre hafen kahn segel
regen schirm sturm unwetter gewitter hochwasser überschwemmung flut
schnee eis ski winter
sonne sonnenuntergang himmel abend morgen
berg gipfel wanderer alpen kletterer
baum wald blatt ast
kind junge mädchen schüler baby kita schule lehrer klasse
soldat armee militär bundeswehr truppe uniform panzer
polizei polizist beamter streife festnahme
protest demonstration demonstrant kundgebung plakat banner fahne aktivist
kirche gebet beten gläubige papst priester moschee gottesdienst dom
krankenhaus patient arzt pfleger klinik
fußball spieler tor ball trainer mannschaft stadion
auto fahrzeug verkehr fahrer straße lkw lastwagen stau
zug bahn bahnhof gleis bahnsteig
flugzeug flughafen
haus gebäude halle dach wohnung ruine trümmer zerstört
markt laden geschäft kunde verkäufer
wahl wähler stimme wahllokal
präsident minister kanzler politiker rede pult mikrofon partei abgeordnete
gericht richter prozess anwalt angeklagte
hund welpe
kuh rind vieh bauer landwirt feld traktor
konzert sänger bühne musik
museum kunst ausstellung gemälde künstler
helikopter hubschrauber rotor
käse senn alp laib kuh
schlamm schaufel hochwasser helfer aufräumen
boot segelboot regatta wind segler ruderer
bier krug fass wirt kellner zelt oktoberfest
wein winzer traube lese weinberg keller
tischler schreiner holz werkstatt hobel brett säge zimmermann
koch küche essen restaurant brot bäcker bäckerei
braut bräutigam hochzeit paar
radfahrer fahrrad rad rennen etappe
läufer marathon lauf
katze tier
pferd reiter
blume garten blüte
könig königin prinz krone
rakete weltraum astronaut satellit
trauer sarg beerdigung friedhof grab
flüchtling zelt lager
vogel möwe storch taube
fels geröll hang steinschlag bergsturz
""",
    "fr": """
feu incendie flamme fumée pompier brûler
mer plage côte vague eau nager
bateau navire port voilier
pluie parapluie tempête inondation
neige glace ski hiver
soleil ciel coucher soir
enfant garçon fille élève école bébé
soldat armée militaire troupe uniforme char
police policier gendarme arrestation
manifestation manifestant banderole drapeau cortège
église prière prier fidèle pape prêtre mosquée messe
hôpital patient médecin infirmier
football joueur but ballon match équipe
voiture véhicule route conducteur circulation camion
train gare quai
avion aéroport
maison immeuble bâtiment ruine décombres
marché boutique client vendeur
vote électeur urne élection bureau
président ministre candidat discours pupitre micro
tribunal juge procès avocat
concert chanteur scène musique
musée art exposition tableau artiste
vélo cycliste coureur étape peloton maillot
cathédrale flèche échafaudage clocher cloche bourdon
pierre tailleur sculpteur graver chapiteau
charpentier poutre bois hache menuisier
vigne vendange raisin vin vigneron
agriculteur tracteur champ récolte blé paysan
montagne sommet alpiniste col
mariage mariée marié
obsèques cercueil deuil cimetière tombe
chien chat animal
fleur jardin arbre forêt
boulanger pain four cuisine chef
roi reine prince couronne
fusée espace astronaute satellite
pêcheur filet poisson pêche
gardien arrêt penalty
danse danseur ballet
boue pelle inondation crue
""",
    "es": """
fuego incendio llama humo bombero quemar
mar playa costa ola agua nadar
barco puerto lancha
lluvia paraguas tormenta inundación
nieve hielo esquí invierno
sol cielo atardecer
niño niña menor alumno escuela bebé
soldado ejército militar tropa uniforme tanque
policía agente detención detenido
protesta manifestación manifestante pancarta bandera marcha
iglesia oración rezar fiel papa sacerdote misa
hospital paciente médico enfermera
fútbol jugador gol balón partido equipo
coche vehículo carretera conductor camión
tren estación andén
avión aeropuerto
casa edificio vivienda ruina escombros
mercado tienda cliente vendedor
voto votante urna elección
presidente ministro candidato discurso atril micrófono
tribunal juez juicio abogado
concierto cantante escenario música
museo arte exposición cuadro artista
uva vendimia viña viñedo racimo vino bodega temporero
campo cosecha agricultor tractor trigo cultivo
portero guardameta arquero penalti
barro lodo riada inundación barrer limpiar
rey reina príncipe princesa corona
boda novia novio
montaña cima escalador volcán lava
perro gato animal
flor jardín árbol bosque
ciclista bicicleta etapa ciclismo
baile bailar danza bailarín
río puente orilla canal
cohete espacio astronauta satélite
pescador pez red pesca
toro corrida torero
ataúd funeral entierro luto
pan horno panadero cocina
""",
}
_PLAIN = frozenset(
    # people, stances, colours, sizes and places in the frame: in every second picture
    """man men woman women people person group couple crowd someone stand sit walk look hold
    wear carry watch pose smile make take bring meet use show face hand head arm behind front
    side background foreground top bottom large big small little young old long high white black
    red blue green yellow brown grey gray orange pink dark bright open wide close view scene day
    street city town mann frau menschen leute person gruppe bringen bringt steht sitzt geht hält
    trägt schaut zeigt groß klein weiß schwarz rot blau grün gelb stadt straße hand gesicht
    hintergrund vordergrund jahr homme femme gens personne groupe debout assis marche tient
    porte regarde grand petit blanc noir rouge bleu vert ville rue main visage fond année hombre
    mujer gente persona grupo pie sentado camina sostiene lleva mira grande pequeño blanco negro
    rojo azul verde ciudad calle mano rostro fondo año""".split()
)


@cache
def fields(language: str) -> Mapping[str, tuple[int, ...]]:
    """Stem to the numbers of the fields it is in; empty for a language without a table.

    Args:
        language: A primary tag: ``en``, ``de``, ``fr``, ``es``.
    """
    found: dict[str, tuple[int, ...]] = {}
    lines = _FIELDS.get(language, "").replace("\n ", " ").strip().splitlines()
    for number, line in enumerate(lines):
        for key in {stem(word, language) for word in fold_text(line).words}:
            found[key] = (*found.get(key, ()), number)
    return found


@cache
def plain(language: str) -> frozenset[str]:
    """Stems that are true of every second picture and tell little.

    Args:
        language: A primary tag.
    """
    return frozenset(stem(word, language) for word in fold_text(" ".join(_PLAIN)).words)
