# Words for what people choose from
## Experiences, as they stand inside a sentence: “has also lived with …”.
experience-anxiety = ansiedad o pánico
experience-depression = depresión
experience-bipolar = grandes altibajos (bipolaridad)
experience-postnatal-depression = depresión después de tener un bebé
experience-ocd = pensamientos o actos que se repiten sin querer (TOC)
experience-agoraphobia = dificultad para salir de casa
experience-psychosis = psicosis, o perder el contacto con lo que otros llaman real
experience-hearing-voices = oír voces
experience-dissociation = sentirse lejos o irreal (disociación)
experience-schizophrenia-label = recibir la etiqueta de esquizofrenia
experience-borderline-label = recibir la etiqueta de trastorno límite
experience-trauma = algo terrible que deja huella (trauma)
experience-ptsd = recuerdos que vuelven, pesadillas, estar siempre en alerta (TEPT)
experience-domestic-violence = violencia en casa
experience-childhood-abuse = haber sufrido abusos en la infancia
experience-bullying = acoso
experience-racism = racismo
experience-self-harm = hacerse daño
experience-suicide-attempt = haber intentado quitarse la vida
experience-eating-disorder = una relación difícil con la comida o con el propio cuerpo
experience-bereavement = perder a alguien cercano
experience-bereavement-by-suicide = perder a alguien por suicidio
experience-perinatal-loss = perder a un bebé
experience-addiction-alcohol = problemas con el alcohol
experience-addiction-drugs = problemas con las drogas
experience-gambling = problemas con el juego
experience-hospital-stay = estar ingresado por salud mental
experience-compulsory-treatment = recibir tratamiento contra la propia voluntad
experience-seclusion = ser encerrado o sujetado a la fuerza
experience-prison = la cárcel
experience-homelessness = no tener casa
experience-unemployment = estar sin trabajo
experience-burnout-at-work = agotarse en el trabajo
experience-migration = empezar de nuevo en otro país
experience-refugee = tener que huir
experience-military-service = servir en el ejército
experience-adhd = TDAH
experience-autism = ser autista
experience-chronic-pain = dolor que no se va
experience-brain-injury = una lesión cerebral
experience-coming-out = contar a otros a quién se ama o quién se es
experience-gender-transition = una transición de género
experience-caring-for-parent = cuidar de un padre o una madre
experience-caring-for-child = cuidar de un hijo o una hija que lo pasa mal
experience-caring-for-partner = cuidar de la pareja
experience-young-carer = cuidar de alguien siendo aún joven

## Headings over groups of experiences.
experience-group-mood = Ánimo y preocupación
experience-group-mind = Ver, oír y sentir de otra manera
experience-group-hurt = El daño que hacen otros
experience-group-dark = Los momentos más oscuros
experience-group-loss = Pérdidas
experience-group-habits = Hábitos difíciles de dejar
experience-group-services = Hospitales, juzgados, cárcel
experience-group-life = Trabajo, casa y el lugar de uno
experience-group-self = Cuerpo, cerebro y quién se es
experience-group-caring = Cuidar de alguien

## What one may wish for in a supporter, as it stands inside a sentence.
trait-gender-woman = una mujer
trait-gender-man = un hombre
trait-gender-nonbinary = una persona no binaria
trait-age-18-24 = de 18 a 24 años
trait-age-25-34 = de 25 a 34 años
trait-age-35-44 = de 35 a 44 años
trait-age-45-54 = de 45 a 54 años
trait-age-55-64 = de 55 a 64 años
trait-age-65-plus = de 65 años o más
trait-culture-first-nations = de pueblos originarios
trait-culture-maori = de cultura maorí
trait-culture-arab = de cultura árabe
trait-culture-chinese = de cultura china
trait-culture-latin = de cultura latinoamericana
trait-culture-african = de cultura africana
trait-culture-european = de cultura europea
trait-lgbtq-yes = de la comunidad LGBTQ+
trait-parent-yes = madre o padre

## Headings over groups of wishes.
trait-group-gender = Género
trait-group-age = Edad
trait-group-culture = Cultura
trait-group-lgbtq = LGBTQ+
trait-group-parent = Hijos

## Lines of work.
sector-health = sanidad y cuidados
sector-education = escuelas y enseñanza
sector-construction = construcción
sector-police = policía
sector-fire = bomberos y rescate
sector-retail = tiendas
sector-hospitality = hoteles, bares y cocinas
sector-farming = campo y pesca
sector-mining = minería
sector-office = oficina
sector-transport = conducción y transporte
sector-defence = fuerzas armadas

## Trainings.
training-suicide-prevention = prevención del suicidio
training-eating-disorders = trastornos de la alimentación
training-trauma = trabajo con el trauma
training-family = trabajo con familias
training-aod = alcohol y otras drogas

## Ways of meeting.
mode-chat = por escrito
mode-phone = por teléfono
mode-video = por vídeo
mode-in-person = en persona

## Kinds of supporter.
kind-peer-worker = persona de apoyo entre iguales
kind-recovery-coach = acompañante de recuperación
kind-carer-peer = persona de apoyo para familiares y amigos

## How much something matters, 1 to 5.
weight-1 = estaría bien
weight-2 = ayudaría
weight-3 = importante
weight-4 = muy importante
weight-5 = imprescindible
