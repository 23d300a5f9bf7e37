### Names, dates and lists, from which longer texts are put together.

## The months, in full and short.

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر

## The days of the week, Monday first.

weekday-0 = الاثنين
weekday-1 = الثلاثاء
weekday-2 = الأربعاء
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الأحد

## Dates. The heading over a day stands alone on a line.

date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-time = { $date }، { $time }
day-today = اليوم
day-yesterday = أمس
day-tomorrow = غدًا
day-of-this-year = { $weekday } { $day } { $month }
day-of-another-year = { $weekday } { $day } { $month } { $year }

## Spans of the week, such as "Tuesday 18:00–20:00".

week-one-day = { $day } { $from }–{ $until }
week-two-days = { $day } { $from } – { $lastday } { $until }
week-whole-day = { $day }، طوال اليوم
week-any-time = في أي وقت

## Lists. $first is everything so far, $last the next item.
## Spanish has other words before some sounds; here both are the same.

list-comma = { $first }، { $last }
list-and = { $first } و{ $last }
list-and-before-same-sound = { $first } و{ $last }
list-or = { $first } أو { $last }
list-or-before-same-sound = { $first } أو { $last }

## How long: "3 days". The unit's count is never rounded up.

span-moment = أقل من دقيقة
span-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
span-hours =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
span-days =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
span-months =
    { $count ->
        [zero] { $count } شهر
        [one] شهر واحد
        [two] شهران
        [few] { $count } أشهر
        [many] { $count } شهرًا
       *[other] { $count } شهر
    }
span-years =
    { $count ->
        [zero] { $count } سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }

## How long ago: "3 days ago".

past-moment = الآن
past-minutes =
    { $count ->
        [zero] قبل { $count } دقيقة
        [one] قبل دقيقة واحدة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
past-hours =
    { $count ->
        [zero] قبل { $count } ساعة
        [one] قبل ساعة واحدة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
past-days =
    { $count ->
        [zero] قبل { $count } يوم
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
past-months =
    { $count ->
        [zero] قبل { $count } شهر
        [one] قبل شهر واحد
        [two] قبل شهرين
        [few] قبل { $count } أشهر
        [many] قبل { $count } شهرًا
       *[other] قبل { $count } شهر
    }
past-years =
    { $count ->
        [zero] قبل { $count } سنة
        [one] قبل سنة واحدة
        [two] قبل سنتين
        [few] قبل { $count } سنوات
        [many] قبل { $count } سنة
       *[other] قبل { $count } سنة
    }

## How soon: "in 3 days".

future-moment = خلال أقل من دقيقة
future-minutes =
    { $count ->
        [zero] بعد { $count } دقيقة
        [one] بعد دقيقة واحدة
        [two] بعد دقيقتين
        [few] بعد { $count } دقائق
        [many] بعد { $count } دقيقة
       *[other] بعد { $count } دقيقة
    }
future-hours =
    { $count ->
        [zero] بعد { $count } ساعة
        [one] بعد ساعة واحدة
        [two] بعد ساعتين
        [few] بعد { $count } ساعات
        [many] بعد { $count } ساعة
       *[other] بعد { $count } ساعة
    }
future-days =
    { $count ->
        [zero] بعد { $count } يوم
        [one] بعد يوم واحد
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
future-months =
    { $count ->
        [zero] بعد { $count } شهر
        [one] بعد شهر واحد
        [two] بعد شهرين
        [few] بعد { $count } أشهر
        [many] بعد { $count } شهرًا
       *[other] بعد { $count } شهر
    }
future-years =
    { $count ->
        [zero] بعد { $count } سنة
        [one] بعد سنة واحدة
        [two] بعد سنتين
        [few] بعد { $count } سنوات
        [many] بعد { $count } سنة
       *[other] بعد { $count } سنة
    }

## Languages that people speak or sign, as they stand inside a sentence.

language-en = الإنجليزية
language-es = الإسبانية
language-ar = العربية
language-am = الأمهرية
language-ase = لغة الإشارة الأمريكية
language-auslan = لغة الإشارة الأسترالية (أوسلان)
language-bfi = لغة الإشارة البريطانية
language-bn = البنغالية
language-bs = البوسنية
language-cs = التشيكية
language-de = الألمانية
language-el = اليونانية
language-fa = الفارسية
language-fil = الفلبينية
language-fr = الفرنسية
language-fsl = لغة الإشارة الفرنسية
language-gu = الغوجاراتية
language-haw = الهاوايية
language-he = العبرية
language-hi = الهندية
language-hr = الكرواتية
language-ht = الكريولية الهايتية
language-hu = المجرية
language-id = الإندونيسية
language-it = الإيطالية
language-ja = اليابانية
language-ko = الكورية
language-ku = الكردية
language-mfs = لغة الإشارة المكسيكية
language-mi = الماورية
language-my = البورمية
language-ne = النيبالية
language-nl = الهولندية
language-nzs = لغة الإشارة النيوزيلندية
language-pa = البنجابية
language-pl = البولندية
language-prs = الدَّرية
language-ps = البشتوية
language-pt = البرتغالية
language-ro = الرومانية
language-ru = الروسية
language-sm = الساموائية
language-so = الصومالية
language-sq = الألبانية
language-sr = الصربية
language-ssp = لغة الإشارة الإسبانية
language-sw = السواحيلية
language-ta = التاميلية
language-th = التايلاندية
language-ti = التغرينية
language-to = التونغية
language-tr = التركية
language-uk = الأوكرانية
language-ur = الأردية
language-vi = الفيتنامية
language-yue = الكانتونية
language-zh = الصينية (الماندرين)
