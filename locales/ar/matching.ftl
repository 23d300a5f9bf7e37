# Words for what people choose from
## Experiences, as they stand inside a sentence: “has also lived with …”.
experience-anxiety = القلق أو الهلع
experience-depression = الاكتئاب
experience-bipolar = تقلّبات كبيرة بين العلوّ والهبوط (ثنائي القطب)
experience-postnatal-depression = الاكتئاب بعد الولادة
experience-ocd = أفكار أو أفعال تتكرّر رغماً عنك (الوسواس القهري)
experience-agoraphobia = صعوبة الخروج من البيت
experience-psychosis = الذهان، أو الابتعاد عمّا يسمّيه الآخرون واقعاً
experience-hearing-voices = سماع أصوات
experience-dissociation = الإحساس بالبعد أو بعدم الواقعية (الانفصال)
experience-schizophrenia-label = تلقّي وصف الفصام
experience-borderline-label = تلقّي وصف الشخصية الحدّية
experience-trauma = حدث رهيب لا يزال أثره (صدمة)
experience-ptsd = ذكريات مفاجئة وكوابيس ويقظة دائمة (كرب ما بعد الصدمة)
experience-domestic-violence = العنف في البيت
experience-childhood-abuse = التعرّض للأذى في الطفولة
experience-bullying = التنمّر
experience-racism = العنصرية
experience-self-harm = إيذاء النفس
experience-suicide-attempt = محاولة إنهاء الحياة
experience-eating-disorder = علاقة صعبة مع الطعام أو الجسد
experience-bereavement = فقدان شخص قريب
experience-bereavement-by-suicide = فقدان شخص بالانتحار
experience-perinatal-loss = فقدان طفل قبل الولادة أو بعدها
experience-addiction-alcohol = مشكلة مع الكحول
experience-addiction-drugs = مشكلة مع المخدّرات
experience-gambling = مشكلة مع القمار
experience-hospital-stay = الإقامة في قسم للصحة النفسية
experience-compulsory-treatment = العلاج رغم الإرادة
experience-seclusion = الحبس في غرفة أو التقييد بالقوة
experience-prison = السجن
experience-homelessness = العيش بلا سكن
experience-unemployment = البقاء بلا عمل
experience-burnout-at-work = الإنهاك في العمل
experience-migration = البدء من جديد في بلد آخر
experience-refugee = الاضطرار إلى الفرار واللجوء
experience-military-service = الخدمة العسكرية
experience-adhd = فرط الحركة وتشتّت الانتباه
experience-autism = التوحّد
experience-chronic-pain = ألم لا يزول
experience-brain-injury = إصابة في الدماغ
experience-coming-out = الإفصاح عن الميل أو الهوية
experience-gender-transition = العبور الجندري
experience-caring-for-parent = رعاية أحد الوالدين
experience-caring-for-child = رعاية ابن أو ابنة يعاني
experience-caring-for-partner = رعاية شريك الحياة
experience-young-carer = رعاية شخص في سنّ صغيرة

## Headings over groups of experiences.
experience-group-mood = المزاج والقلق
experience-group-mind = أن ترى وتسمع وتحسّ بشكل مختلف
experience-group-hurt = الأذى من الآخرين
experience-group-dark = أحلك الأوقات
experience-group-loss = الفقد
experience-group-habits = عادات يصعب تركها
experience-group-services = المستشفيات والمحاكم والسجن
experience-group-life = العمل والسكن والانتماء
experience-group-self = الجسد والدماغ والهوية
experience-group-caring = رعاية شخص آخر

## What one may wish for in a supporter, as it stands inside a sentence.
trait-gender-woman = امرأة
trait-gender-man = رجل
trait-gender-nonbinary = شخص غير ثنائي الجندر
trait-age-18-24 = بين 18 و24 سنة
trait-age-25-34 = بين 25 و34 سنة
trait-age-35-44 = بين 35 و44 سنة
trait-age-45-54 = بين 45 و54 سنة
trait-age-55-64 = بين 55 و64 سنة
trait-age-65-plus = 65 سنة فأكثر
trait-culture-first-nations = من الشعوب الأولى
trait-culture-maori = من الماوري
trait-culture-arab = من ثقافة عربية
trait-culture-chinese = من ثقافة صينية
trait-culture-latin = من ثقافة أمريكا اللاتينية
trait-culture-african = من ثقافة أفريقية
trait-culture-european = من ثقافة أوروبية
trait-lgbtq-yes = من مجتمع الميم
trait-parent-yes = أمّ أو أب

## Headings over groups of wishes.
trait-group-gender = الجندر
trait-group-age = العمر
trait-group-culture = الثقافة
trait-group-lgbtq = مجتمع الميم
trait-group-parent = الأطفال

## Lines of work.
sector-health = الصحة والرعاية
sector-education = المدارس والتعليم
sector-construction = البناء
sector-police = الشرطة
sector-fire = الإطفاء والإنقاذ
sector-retail = المتاجر
sector-hospitality = الفنادق والمقاهي والمطابخ
sector-farming = الزراعة والصيد
sector-mining = التعدين
sector-office = العمل المكتبي
sector-transport = القيادة والنقل
sector-defence = القوات المسلّحة

## Trainings.
training-suicide-prevention = الوقاية من الانتحار
training-eating-disorders = اضطرابات الأكل
training-trauma = العمل مع الصدمات
training-family = العمل مع العائلات
training-aod = الكحول والمخدّرات

## Ways of meeting.
mode-chat = بالكتابة
mode-phone = بالهاتف
mode-video = بالفيديو
mode-in-person = وجهاً لوجه

## Kinds of supporter.
kind-peer-worker = داعم نظير
kind-recovery-coach = مرافق تعافٍ
kind-carer-peer = داعم للأهل والأصدقاء

## How much something matters, 1 to 5.
weight-1 = يسرّني
weight-2 = يساعدني
weight-3 = مهمّ
weight-4 = مهمّ جداً
weight-5 = لا غنى عنه

## Why two people might suit each other. The name stands in the heading above.
reason-experiences = عرف من تجربته أيضًا: { $what }
reason-wishes = كما تمنيت: { $what }
reason-language = اللغة: { $what }
reason-free = وقت يناسبكما: { $what }
reason-free-any = متاح في أي وقت من الأسبوع
reason-sector = يعرف مجال عملك: { $what }
reason-room = لديه متّسع كبير لشخص جديد

## How a request stands: what the person who asked reads.
matching-none-title = أشخاص من أجلك
matching-none-lead = لم تطلب الدعم بعد. إن أردت، يستغرق ذلك نحو خمس دقائق، ويمكنك أن تترك أي شيء فارغًا.
matching-none-go = اطلب الدعم
matching-draft-title = لم تُرسل إجاباتك بعد
matching-draft-lead = كل ما كتبته محفوظ. أكمل متى شئت؛ نبدأ البحث عن أشخاص من أجلك بعد أن ترسله.
matching-draft-go = راجعه وأرسله
matching-waiting-title = نبحث عن أشخاص قد يناسبونك
matching-waiting-again-title = نبحث عن أشخاص آخرين
matching-waiting-lead = { $days ->
    [0] وصلنا طلبك اليوم.
    [one] وصلنا طلبك قبل يوم.
    [two] وصلنا طلبك قبل يومين.
    [few] وصلنا طلبك قبل { $days } أيام.
    [many] وصلنا طلبك قبل { $days } يومًا.
   *[other] وصلنا طلبك قبل { $days } يوم.
}
matching-waiting-next = ماذا يحدث الآن
matching-waiting-1 = يبحث منسّق البرنامج عن أشخاص مرّوا بشيء مشابه ولديهم مكان متاح.
matching-waiting-1-itself = ما إن يتوفر مكان عند شخص قد يناسبك حتى تراه هنا.
matching-waiting-2 = نعرض عليك حتى ثلاثة أشخاص، مع الأسباب.
matching-waiting-3 = أنت تختار. ومن تختاره يُسأل أيضًا.
matching-waiting-honest = لا نستطيع أن نقول كم يستغرق ذلك؛ فهو يتوقف على من لديه مكان. لا يضيع شيء وأنت تنتظر، ويمكنك تغيير إجاباتك.
matching-answers = انظر في إجاباتي أو غيّرها
matching-time = ليس الآن، أحتاج إلى وقت
matching-time-hint = تحتفظ بمكانك. يمكنك العودة متى شئت.
matching-heard = شكرًا لأنك قلت ما يهمّك. نبحث عمّن بعدهم على أساسه، وهكذا هي إجاباتك الآن:
matching-heard-change = يمكنك تغييرها في أي وقت.
matching-offered-title = { $count ->
    [one] شخص يمكنك أن تتحدث معه
    [two] شخصان يمكنك أن تتحدث معهما
    [few] { $count } أشخاص يمكنك أن تتحدث معهم
   *[other] { $count } شخصًا يمكنك أن تتحدث معهم
}
matching-offered-lead = أنت تختار، ولا يوجد اختيار خاطئ.
matching-reasons = لماذا قد يناسبك { $name }
matching-pick = اختر { $name }
matching-pick-late = اختر { $name } مع ذلك
matching-pick-hint = الاختيار ليس وعدًا. يُسأل أولًا، ويمكن لكل منكما أن يغيّر رأيه لاحقًا.
matching-more = اقرأ المزيد
matching-offered-hold = يُحفظ لك كل مكان حتى اليوم المذكور معه. بعد ذلك يُترك لشخص آخر ينتظر، ولا يُؤخذ عليك شيء.
matching-kept-until = هذا المكان محفوظ لك حتى { $until }.
matching-let-go = كان هذا المكان محفوظًا لك حتى { $until }، ثم تُرك.
matching-no-place-now = لا يوجد عنده مكان متاح الآن.
matching-fewer-places = { $count ->
    [one] اليوم شخص واحد فقط. قد يناسبك آخرون أيضًا، لكن أماكنهم محفوظة لمن ينتظرون غيرك.
   *[other] اليوم هؤلاء فقط، وعددهم { $count }. قد يناسبك آخرون أيضًا، لكن أماكنهم محفوظة لمن ينتظرون غيرك.
}
matching-fewer-nobody = { $count ->
    [one] اليوم شخص واحد فقط: لا أحد غيره هنا يوافق كل ما تحتاج إليه.
   *[other] اليوم هؤلاء فقط، وعددهم { $count }: لا أحد غيرهم هنا يوافق كل ما تحتاج إليه.
}
matching-others-title = لا أحد من هؤلاء؟
matching-others-text = لا بأس، ولا يُخبَر أحد بذلك. نبحث عن آخرين، ولن يُعرض عليك هؤلاء مرة أخرى. إن شئت فقل لنا ما الذي يناسبك أكثر، فنبحث عمّن بعدهم على أساسه.
matching-others-more = ما الذي يهمّ أكثر الآن؟
matching-others-more-hint = شخص عاش أيضًا … ضع علامة على ما يجب أن يكون له الوزن الأكبر. عندئذ يقلّ وزن ما سواه قليلًا.
matching-others-rather = أفضّل شخصًا …
matching-others-rather-hint = يُضاف إلى رغباتك على أنه «مهمّ جداً». إنها رغبة وليست شرطًا.
matching-others-times = هل تناسبك أوقات أخرى أكثر؟
matching-others-times-go = غيّر أوقات فراغك أولًا
matching-others-why = بكلماتك: ما الذي يناسبك أكثر؟
matching-others-why-hint = لا يقرأ هذا إلا المنسّق. إنه يساعد في إيجاد من بعدهم.
matching-others = ابحثوا عن آخرين
matching-time-title = ليس الآن؟
matching-time-text = يمكنك التوقف هنا ما شئت من الوقت. تحتفظ بمكانك في القائمة، ولا يسألك أحد عن السبب. تُترك أماكن هؤلاء لغيرك في هذه الأثناء، وعندما تعود نرى من بقي عنده مكان.
matching-picked-title = اخترت { $name }
matching-picked-lead = سُئل { $name }، ويقرأ ما اخترت أن تقوله. ستجد الجواب هنا.
matching-picked-next = إن لم يكن ذلك ممكنًا فسنخبرك، ويمكنك أن تختار من جديد. حتى ذلك الحين لا يلزمك شيء.
matching-declined-by = لا يستطيع { $name } أن يقول نعم هذه المرة. ليس السبب فيك. وقد كتب لك:
matching-declined-after = نأسف لأن ننقل إليك هذا الخبر. وهكذا يستمر الأمر.
matching-declined-full = أدعم الآن أكبر عدد أستطيعه من الأشخاص، وأنت تستحق من لديه وقت لك. أتمنى لك الخير.
matching-declined-not-right-now = لا أستطيع الآن أن أبدأ مع شخص جديد. شكرًا لأنك اخترتني. أرجو أن تجد قريبًا من يناسبك.
matching-declined-not-the-one = قرأت ما كتبته بعناية. أظن أن شخصًا آخر يستطيع أن يكون إلى جانبك أفضل مني. أتمنى لك الخير.
matching-taken = لم يعد هذا المكان متاحًا. نأسف لذلك. ما زال الآخرون هنا.
matching-taken-none = لم يعد هذا المكان متاحًا. نأسف لذلك. نبحث لك الآن عن آخرين.
matching-resting-title = طلبت بعض الوقت
matching-resting-lead = خذ ما شئت من الوقت. تحتفظ بمكانك، وكل ما كتبته محفوظ. عندما تكون مستعدًا، عُد إلى هنا.
matching-ran-out-title = تُركت الأماكن التي كانت محفوظة لك
matching-ran-out-lead = لا ينبغي أن ينتظر أحد عبثًا، لذلك لا يُحفظ المكان إلا بضعة أيام. لا يُؤخذ عليك شيء. تحتفظ بمكانك في القائمة، ويمكنك أن تتابع متى شئت.
matching-ran-out-late = أو اختر أحدهم الآن، إن كان عنده مكان:
matching-look-again = ابحثوا عن أشخاص من جديد
matching-return = أنا مستعد من جديد
matching-withdraw-go = سحب طلبي
matching-withdraw-title = هل تريد سحب طلبك؟
matching-withdraw-lead = يمكنك التوقف في أي وقت، ولا يلزمك أن تقول لماذا.
matching-withdraw-stops = نتوقف عن البحث، ويُترك كل مكان محفوظ لك.
matching-withdraw-asked = لا يستطيع { $name }، الذي اخترته، أن يقرأ طلبك بعد ذلك.
matching-withdraw-place = تترك مكانك في القائمة.
matching-withdraw-again = يمكنك أن تطلب من جديد متى شئت، وتبدأ عندئذ طلبًا جديدًا.
matching-withdraw-instead = إن كنت تحتاج إلى وقت فقط، فزرّ «ليس الآن» في الصفحة السابقة يحفظ مكانك في القائمة.
matching-withdraw = نعم، اسحب طلبي
matching-withdraw-keep = لا، أبقِ طلبي
matching-beside-title = إلى جانبك من يدعمك
matching-beside-lead = يمكنك أنت والشخص الذي يدعمك أن تتراسلا، كلٌّ في وقته.
matching-matched-title = التقيت أنت و{ $name }
matching-matched-lead = قال { $name } نعم. يمكنكما الآن أن تتراسلا، كلٌّ في وقته.
matching-matched-said = كتب لك { $name }:
matching-matched-go = إلى رسائلك
matching-back-offers = العودة إلى الأشخاص من أجلك
matching-about = المزيد عن { $name }
matching-fact-experiences = عرف من تجربته
matching-fact-traits = يقول عن نفسه
matching-fact-languages = اللغات
matching-fact-modes = طرق اللقاء
matching-fact-times = متى يناسبكما الوقت
matching-open = لم يُذكر

said-others-asked = شكرًا لأنك قلت ذلك. نبحث عن آخرين.
said-welcome-back = سعداء بعودتك.
said-request-withdrawn = سُحب طلبك. شكرًا لثقتك. متى أردت أن تحاول من جديد فنحن هنا.

## What would be needed, as the end of “somebody who …”.
lack-role = يكون { $what }
lack-language = يتحدث { $what }
lack-mode = يستطيع اللقاء { $what }
lack-reach = يستطيع اللقاء وجهًا لوجه في مكان قريب
lack-reach-place = يستطيع اللقاء وجهًا لوجه قرب { $what }
lack-time = يكون متاحًا في الأوقات نفسها
lack-must = يكون { $what }
lack-training = لديه تدريب في { $what }
lack-capacity = لديه مكان متاح

## Requests to a worker.
matching-requests-lead = { $count ->
    [one] اختارك شخص، وينتظر جوابك.
    [two] اختارك شخصان، وينتظران جوابك.
    [few] اختارك { $count } أشخاص، وينتظرون جوابك.
   *[other] اختارك { $count } شخصًا، وينتظرون جوابك.
}
matching-requests-since = اختارك منذ { $ago }
matching-requests-empty = لا أحد ينتظر جوابك.
matching-requests-empty-text = عندما يختارك أحد تجده هنا.
matching-requests-unpublished = لا يُعرض اسمك على أحد بعد: ملفك غير منشور.
matching-request-title = { $name } يودّ أن يتحدث معك
matching-request-lead = اختارك { $name } منذ { $ago }. هذا ما أراد أن تعرفه. ويمكنه أن يرى أنك قرأته.
matching-request-tell = ما يودّ { $name } أن تعرفه
matching-request-story = ما مرّ به { $name }، بكلماته
matching-request-shared = ما عشتماه كلاكما
matching-request-others = ما عاشه أيضًا
matching-request-meeting = كيف يمكنكما اللقاء
matching-request-private = ما أجاب به { $name } غير ذلك يبقى بينه وبين المنسّق.
matching-agree-title = أن تقول نعم
matching-agree-words = جملة أولى إلى { $name }
matching-agree = نعم، أودّ أن أدعم { $name }
matching-agree-next = تُفتح محادثتكما فورًا. ويمكن لكل منكما أن يقول لاحقًا إن الأمر لا يناسبه، دون ذكر سبب.
matching-decline-title = أو أن تقول إنك لا تستطيع
matching-decline-said = سيقرأ { $name } هذه الجملة:
matching-decline-own-only = كلماتي وحدها، في الأسفل
matching-decline-own = بكلماتك أنت
matching-decline-own-hint = يقرأ { $name } هذا، ولا يُخبَر بشيء آخر.
matching-known = أعرف هذا الشخص
matching-known-hint = لن يُعرض أحدكما على الآخر مرة أخرى. لا يرى هذا أحد غيرك.
matching-decline = لا أستطيع
matching-back-requests = العودة إلى الطلبات
said-declined = أُرسل جوابك بلطف. شكرًا لأنك تعتني بحدودك.
said-answered-meanwhile = تمت الإجابة عن هذا في هذه الأثناء. وهكذا يقف الأمر الآن.

## The waiting list.
matching-subnav = التوفيق بين الأشخاص
matching-list-lead = من طلب الدعم، ودور من الآن.
matching-list-empty = لا أحد في القائمة.
matching-list-empty-text = عندما يطلب أحد الدعم يظهر هنا.
matching-list-waiting = ينتظرون عروضًا
matching-list-waiting-text = دورك: ابحث عن أشخاص قد يناسبونهم.
matching-list-offered = يختارون
matching-list-offered-text = دورهم: يمكنهم قراءة من عُرض عليهم.
matching-list-picked = اختاروا
matching-list-picked-text = دور الشخص الذي اختاروه.
matching-list-resting = طلبوا وقتًا
matching-list-resting-text = يعودون متى شاؤوا. لا تستعجلهم من فضلك.
matching-damaged-title = { $count ->
    [one] طلب واحد لا يمكن قراءته
    [two] طلبان لا يمكن قراءتهما
   *[other] طلبات لا يمكن قراءتها، عددها { $count }
}
matching-damaged-text = ما حُفظ منها تالف. كل من سواها معروض ويُبحث له. أخبر من فضلك من يشغّل هذا النظام؛ فالسجل يسمّيها.
matching-damaged-sent = أُرسل في { $at }
matching-damaged-one = لم يُرسل بعد
matching-run-all = ابحث عن أشخاص لكل من ينتظر
matching-run-one = ابحث عن أشخاص
matching-run-again = ابحث من جديد
matching-col-name = الاسم
matching-col-days = الأيام
matching-col-kind = يطلب
matching-col-priority = الاستعجال
matching-col-state = أين يقف الأمر
matching-col-who = من ينتظر
matching-col-first = الأول
matching-col-second = الثاني
matching-col-third = الثالث
matching-priority-0 = عادي
matching-priority-1 = مستعجل
matching-priority-2 = مستعجل جدًا
matching-state-waiting = لم يبحث أحد بعد
matching-state-proposed = وُجد أشخاص ولم يُعرضوا بعد
matching-state-unserved = لم يوجد أحد حتى الآن
matching-state-offered = العروض مرسلة
matching-state-picked = سُئل أحد الداعمين
matching-state-resting = طلب وقتًا
matching-state-ran-out = انتهت مدة عروضهم
matching-state-matched = وافق الاثنان
matching-turn-you = الدور لك.
matching-turn-them = الدور لـ{ $name }.
matching-turn-reach-out = الدور لـ{ $name }، وقد تعين كلمة ودّية.
matching-turn-worker = الدور للداعم الذي اختاره { $name }.
matching-turn-nobody = لا شيء ينتظر.
matching-waits-days = { $days ->
    [0] منذ اليوم
    [one] ينتظر منذ يوم
    [two] ينتظر منذ يومين
    [few] ينتظر منذ { $days } أيام
    [many] ينتظر منذ { $days } يومًا
   *[other] ينتظر منذ { $days } يوم
}
matching-back-waiting = العودة إلى قائمة الانتظار
matching-proposed-title = وُجدوا ولم يُعرضوا بعد
matching-release-one = { $count ->
    [one] أرسل هذا العرض
    [two] أرسل هذين العرضين
    [few] أرسل هذه العروض وعددها { $count }
   *[other] أرسل هذه العروض وعددها { $count }
}
matching-find-title = أشخاص قد يناسبون
matching-unserved = منذ { $ago } لم يوجد من يحقق كل ما لا بد منه.
matching-unserved-place = منذ { $ago } كان هنا من يناسب، ولم يكن لدى أحد منهم مكان لهذا الشخص.
matching-near = الأقرب
matching-near-lacks = يلزم شخص { $what }
matching-by-itself = في هذا البرنامج تُرسل العروض من تلقاء نفسها.
matching-out-title = معروض الآن
matching-past-title = عُرض من قبل
matching-offer-proposed = لم يُعرض بعد
matching-offer-released = معروض
matching-offer-picked = اختير وسُئل
matching-offer-agreed = وافق
matching-offer-declined = لم يستطع
matching-offer-passed = لم يُختر
matching-offer-lapsed = لم يعد متاحًا
matching-offer-expired = انتهت مدته
matching-held-until = المكان محفوظ حتى { $until }
matching-why-more = يهمّ أكثر الآن: { $what }
matching-why-rather = يفضّل شخصًا من صفاته: { $what }
matching-answers-title = ما أجاب به
matching-must = لا بد منه
matching-fact-wishes = الأمنيات
matching-fact-free = الأوقات المتاحة، بتوقيته
matching-fact-place = يمكن اللقاء قرب
matching-fact-sector = مجال العمل
matching-fact-story = بكلماته
matching-fact-tell = لمن يختاره
matching-fact-by-hand = لتتولاه أنت بنفسك
matching-fact-by-hand-hint = البحث لا يعلم بهذا. انظر في الأسماء قبل أن ترسل العروض.
matching-km = { $km ->
    [one] حتى كيلومتر واحد
   *[other] حتى { $km } كم
}
matching-priority-title = الاستعجال، وما يلزم
matching-priority-legend = ما مدى الاستعجال؟
matching-needs-legend = تدريبات لا يكون الأمر آمنًا دونها
matching-needs-hint = لا يُعرض إلا من لديه كل هذه التدريبات.
matching-score = { $score } من 1000 نقطة
matching-points = { $points } من { $of }
matching-part-experience = تجربة مشتركة
matching-part-wishes = الأمنيات
matching-part-time = الوقت المشترك
matching-part-workplace = مجال العمل
matching-part-headroom = المتّسع

## Proposals.
matching-proposals-title = من وُجد لهم
matching-ran = آخر حساب للجميع كان منذ { $ago }.
matching-never-ran = لم يُحسب للجميع بعد.
matching-proposals-empty = لا شيء يُرسل.
matching-proposals-empty-text = ابحث عن أشخاص لكل من ينتظر، فيظهر هنا من وُجد مع الأسباب.
matching-proposals-text = هذه معًا أفضل ما يمكن بالأماكن الموجودة. يرى كل شخص حتى ثلاثة أشخاص ويختار.
matching-look = انظر
matching-no-more = لا أحد غيره
matching-release-ticked = أرسل ما اخترته
matching-release-all = أرسل الكل
said-run-found = وُجد أشخاص. انظر فيهم قبل إرسال العروض.
said-run-released = وُجد أشخاص، وأُرسلت عروضهم.
said-run-none-found = لم يوجد أحد. ما ينقص مذكور في الأسفل.
said-run-nobody = لا أحد ينتظر الآن.
said-released = أُرسلت العروض.
said-released-some = أُرسل معظم العروض. تغيّر بعضها في هذه الأثناء فتُرك كما هو.
said-none-ticked = لم يُختر شيء، فلم يُرسل شيء.
said-changed-meanwhile = تغيّر هذا في هذه الأثناء فتُرك كما هو. وهكذا يقف الأمر الآن.

## A worker’s own profile.
matching-profile-lead = أنت تقرر ما يُحسب عند البحث، وما يقرؤه الآخرون، وكم شخصًا تدعم.
matching-profile-published = يمكن عرضك على الأشخاص
matching-profile-unpublished = لا تُعرض على أحد بعد. املأ ما شئت، واختر المربع الأخير، ثم احفظ.
matching-profile-room = كم لديك من متّسع
matching-profile-room-text = لا يحدد هذه الأعداد أحد غيرك. خفّضها في الأسابيع الصعبة؛ لن تفقد بذلك أحدًا تدعمه.
matching-profile-supported = { $count ->
    [0] لا تدعم أحدًا الآن.
    [one] تدعم الآن شخصًا واحدًا.
    [two] تدعم الآن شخصين.
    [few] تدعم الآن { $count } أشخاص.
   *[other] تدعم الآن { $count } شخصًا.
}
matching-profile-picked = { $count ->
    [one] اختارك شخص آخر وينتظر جوابك.
    [two] اختارك شخصان آخران وينتظران جوابك.
   *[other] اختارك آخرون، عددهم { $count }، وينتظرون جوابك.
}
matching-profile-held = { $count ->
    [one] مكان واحد محفوظ لشخص يختار الآن.
    [two] مكانان محفوظان لشخصين يختاران الآن.
   *[other] أماكن محفوظة لمن يختارون الآن، عددها { $count }.
}
matching-profile-capacity = كم شخصًا تستطيع أن تدعم في المجموع؟
matching-profile-capacity-hint = يدخل في ذلك من تدعمهم الآن. اكتب 0 لتستريح من الأشخاص الجدد.
matching-profile-headroom = كم لديك من متّسع في داخلك؟
matching-headroom-0 = لا شيء
matching-headroom-25 = قليل
matching-headroom-50 = بعض الشيء
matching-headroom-75 = كثير
matching-headroom-100 = كثير جدًا
matching-headroom-kept = كما هو: { $number } من 100
matching-profile-public = ما يقرؤه الناس عنك
matching-profile-public-text = يقرأ هذا كل من تُعرض عليه.
matching-profile-name = الاسم الذي يرونه
matching-profile-name-hint = اتركه فارغًا لتُسمّى كما في البرنامج.
matching-profile-about = عنك، بكلماتك
matching-profile-about-hint = ماذا كنت تودّ أن تقرأ في ذلك الوقت؟ تكفي بضع جمل.
matching-profile-kinds = ما دورك هنا؟
matching-profile-languages = بأي لغات تستطيع أن تدعم؟
matching-profile-other-language = لغة أخرى
matching-profile-none = – لا شيء –
matching-profile-modes = كيف تلتقي الناس؟
matching-profile-experiences = ما عشته
matching-profile-experiences-text = اختر فقط ما تودّ أن تستند إليه. من مرّ بالشيء نفسه يُخبَر أنك مررت به أيضًا. وتقرر لكل أمر هل يظهر في ملفك أيضًا.
matching-profile-traits = من أنت
matching-profile-traits-text = يتمنى بعض الناس شخصًا مثلهم. ومن تمنى ذلك يُخبَر به. يمكن أن يبقى كل شيء هنا فارغًا.
matching-profile-who-reads = من يقرأ { $what }؟
matching-profile-same = من عاشه فقط
matching-profile-same-wish = من تمناه فقط
matching-profile-all = كل من أُعرض عليه
matching-profile-when = متى وأين
matching-profile-times = متى تستطيع أن تلتقي الناس؟
matching-profile-times-hint = الباكر من 6 إلى 9، والصباح من 9 إلى 12، والظهر من 12 إلى 14، وبعد الظهر من 14 إلى 17، والمساء من 17 إلى 21، والليل من 21 إلى 24.
matching-profile-also = وأيضًا
matching-part-of-day-early = باكرًا
matching-part-of-day-morning = صباحًا
matching-part-of-day-midday = ظهرًا
matching-part-of-day-afternoon = بعد الظهر
matching-part-of-day-evening = مساءً
matching-part-of-day-night = ليلًا
matching-profile-zone = منطقتك الزمنية
matching-profile-place = أين تستطيع اللقاء وجهًا لوجه؟
matching-profile-place-kept = مكان ذُكر من قبل
matching-profile-travel = كم كيلومترًا تستطيع أن تتنقل؟
matching-profile-more = العمل والتدريب
matching-profile-sector = مجال عمل تعرفه من الداخل
matching-profile-trainings = تدريبات أتممتها
matching-profile-publish = يمكن عرضي على الأشخاص
matching-profile-publish-hint = دون هذه العلامة يُحفظ كل شيء ولا يراه أحد.
matching-profile-preview = ما يراه الناس منك
matching-profile-preview-text = كما حُفظ آخر مرة.
said-profile-saved = حُفظ ملفك.
