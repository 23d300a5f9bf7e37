### Names, dates and lists, from which longer texts are put together.

## The months, in full and short.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## The days of the week, Monday first.

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

## Dates. The heading over a day stands alone on a line.

date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-time = { $date }, { $time }
day-today = Today
day-yesterday = Yesterday
day-tomorrow = Tomorrow
day-of-this-year = { $weekday } { $day } { $month }
day-of-another-year = { $weekday } { $day } { $month } { $year }

## Spans of the week, such as "Tuesday 18:00–20:00".

week-one-day = { $day } { $from }–{ $until }
week-two-days = { $day } { $from }–{ $lastday } { $until }
week-whole-day = { $day }, all day
week-any-time = at any time

## Lists. $first is everything so far, $last the next item.
## Spanish has other words before some sounds; here both are the same.

list-comma = { $first }, { $last }
list-and = { $first } and { $last }
list-and-before-same-sound = { $first } and { $last }
list-or = { $first } or { $last }
list-or-before-same-sound = { $first } or { $last }

## How long: "3 days". The unit's count is never rounded up.

span-moment = less than a minute
span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
span-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
span-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }

## How long ago: "3 days ago".

past-moment = just now
past-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
past-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
past-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
past-months =
    { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
past-years =
    { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }

## How soon: "in 3 days".

future-moment = in less than a minute
future-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
future-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
future-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
future-months =
    { $count ->
        [one] in { $count } month
       *[other] in { $count } months
    }
future-years =
    { $count ->
        [one] in { $count } year
       *[other] in { $count } years
    }

## Languages that people speak or sign, as they stand inside a sentence.

language-en = English
language-es = Spanish
language-ar = Arabic
language-am = Amharic
language-ase = American Sign Language
language-auslan = Auslan (Australian Sign Language)
language-bfi = British Sign Language
language-bn = Bengali
language-bs = Bosnian
language-cs = Czech
language-de = German
language-el = Greek
language-fa = Persian
language-fil = Filipino
language-fr = French
language-fsl = French Sign Language
language-gu = Gujarati
language-haw = Hawaiian
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-ht = Haitian Creole
language-hu = Hungarian
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-ku = Kurdish
language-mfs = Mexican Sign Language
language-mi = Māori
language-my = Burmese
language-ne = Nepali
language-nl = Dutch
language-nzs = New Zealand Sign Language
language-pa = Punjabi
language-pl = Polish
language-prs = Dari
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sm = Samoan
language-so = Somali
language-sq = Albanian
language-sr = Serbian
language-ssp = Spanish Sign Language
language-sw = Swahili
language-ta = Tamil
language-th = Thai
language-ti = Tigrinya
language-to = Tongan
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-yue = Cantonese
language-zh = Chinese (Mandarin)
