### Names, dates and lists, from which longer texts are put together.

## The months, in full and short.

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sep
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic

## The days of the week, Monday first.

weekday-0 = lunes
weekday-1 = martes
weekday-2 = miércoles
weekday-3 = jueves
weekday-4 = viernes
weekday-5 = sábado
weekday-6 = domingo

## Dates. The heading over a day stands alone on a line.

date-long = { $day } de { $month } de { $year }
date-short = { $day } { $month } { $year }
date-time = { $date }, { $time }
day-today = Hoy
day-yesterday = Ayer
day-tomorrow = Mañana
day-of-this-year = { $weekday } { $day } de { $month }
day-of-another-year = { $weekday } { $day } de { $month } de { $year }

## Spans of the week, such as "Tuesday 18:00–20:00".

week-one-day = { $day } { $from }–{ $until }
week-two-days = { $day } { $from }–{ $lastday } { $until }
week-whole-day = { $day }, todo el día
week-any-time = a cualquier hora

## Lists. $first is everything so far, $last the next item.
## "y" becomes "e" before the sound of i, "o" becomes "u" before that of o.

list-comma = { $first }, { $last }
list-and = { $first } y { $last }
list-and-before-same-sound = { $first } e { $last }
list-or = { $first } o { $last }
list-or-before-same-sound = { $first } u { $last }

## How long: "3 days". The unit's count is never rounded up.

span-moment = menos de un minuto
span-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
span-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
span-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
span-months =
    { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
span-years =
    { $count ->
        [one] { $count } año
       *[other] { $count } años
    }

## How long ago: "3 days ago".

past-moment = ahora mismo
past-minutes =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
past-hours =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
past-days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
past-months =
    { $count ->
        [one] hace { $count } mes
       *[other] hace { $count } meses
    }
past-years =
    { $count ->
        [one] hace { $count } año
       *[other] hace { $count } años
    }

## How soon: "in 3 days".

future-moment = en menos de un minuto
future-minutes =
    { $count ->
        [one] dentro de { $count } minuto
       *[other] dentro de { $count } minutos
    }
future-hours =
    { $count ->
        [one] dentro de { $count } hora
       *[other] dentro de { $count } horas
    }
future-days =
    { $count ->
        [one] dentro de { $count } día
       *[other] dentro de { $count } días
    }
future-months =
    { $count ->
        [one] dentro de { $count } mes
       *[other] dentro de { $count } meses
    }
future-years =
    { $count ->
        [one] dentro de { $count } año
       *[other] dentro de { $count } años
    }

## Languages that people speak or sign, as they stand inside a sentence.

language-en = inglés
language-es = español
language-ar = árabe
language-am = amárico
language-ase = lengua de señas estadounidense (ASL)
language-auslan = lengua de señas australiana (Auslan)
language-bfi = lengua de señas británica (BSL)
language-bn = bengalí
language-bs = bosnio
language-cs = checo
language-de = alemán
language-el = griego
language-fa = persa
language-fil = filipino
language-fr = francés
language-fsl = lengua de señas francesa (LSF)
language-gu = guyaratí
language-haw = hawaiano
language-he = hebreo
language-hi = hindi
language-hr = croata
language-ht = criollo haitiano
language-hu = húngaro
language-id = indonesio
language-it = italiano
language-ja = japonés
language-ko = coreano
language-ku = kurdo
language-mfs = lengua de señas mexicana (LSM)
language-mi = maorí
language-my = birmano
language-ne = nepalí
language-nl = neerlandés
language-nzs = lengua de señas neozelandesa (NZSL)
language-pa = panyabí
language-pl = polaco
language-prs = dari
language-ps = pastún
language-pt = portugués
language-ro = rumano
language-ru = ruso
language-sm = samoano
language-so = somalí
language-sq = albanés
language-sr = serbio
language-ssp = lengua de signos española (LSE)
language-sw = suajili
language-ta = tamil
language-th = tailandés
language-ti = tigriña
language-to = tongano
language-tr = turco
language-uk = ucraniano
language-ur = urdu
language-vi = vietnamita
language-yue = cantonés
language-zh = chino (mandarín)
