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
matching-offered-title = { $count ->
    [one] شخص يمكنك أن تتحدث معه
    [two] شخصان يمكنك أن تتحدث معهما
    [few] { $count } أشخاص يمكنك أن تتحدث معهم
   *[other] { $count } شخصًا يمكنك أن تتحدث معهم
}
matching-offered-lead = أنت تختار. لا عجلة، ولا يوجد اختيار خاطئ.
matching-reasons = لماذا قد يناسبك { $name }
matching-pick = اختر { $name }
matching-pick-hint = الاختيار ليس وعدًا. يُسأل أولًا، ويمكن لكل منكما أن يغيّر رأيه لاحقًا.
matching-more = اقرأ المزيد
matching-offered-hold = قد يُعرض الأشخاص أنفسهم على غيرك. إن شُغل آخر مكان عند أحدهم قبل أن تختار فسنخبرك، ويبقى الآخرون.
matching-others-title = لا أحد من هؤلاء؟
matching-others-text = لا بأس، ولا يُخبَر أحد بذلك. نبحث عن آخرين، ولن يُعرض عليك هؤلاء مرة أخرى.
matching-others-why = ما الذي يناسبك أكثر؟
matching-others-why-hint = لا يقرأ هذا إلا المنسّق. إنه يساعد في إيجاد من بعدهم.
matching-others = ابحثوا عن آخرين
matching-time-title = ليس الآن؟
matching-time-text = يمكنك التوقف هنا ما شئت من الوقت. تحتفظ بمكانك، ولا يسألك أحد عن السبب.
matching-picked-title = اخترت { $name }
matching-picked-lead = سُئل { $name }، ويقرأ ما اخترت أن تقوله. ستجد الجواب هنا.
matching-picked-next = إن لم يكن ذلك ممكنًا فسنخبرك، ويمكنك أن تختار من جديد. حتى ذلك الحين لا يلزمك شيء.
matching-declined-by = لا يستطيع { $name } أن يقول نعم هذه المرة. ليس السبب فيك. وقد كتب لك:
matching-declined-after = نأسف لأن ننقل إليك هذا الخبر. وهكذا يستمر الأمر.
matching-declined-full = أدعم الآن أكبر عدد أستطيعه من الأشخاص، وأنت تستحق من لديه وقت لك. أتمنى لك الخير.
matching-declined-not-right-now = لا أستطيع الآن أن أبدأ مع شخص جديد. شكرًا لأنك اخترتني. أرجو أن تجد قريبًا من يناسبك.
matching-declined-not-the-one = قرأت ما كتبته بعناية. أظن أن شخصًا آخر يستطيع أن يكون إلى جانبك أفضل مني. أتمنى لك الخير.
matching-taken = شغل شخص آخر هذا المكان في هذه الأثناء. نأسف لذلك. ما زال الآخرون هنا.
matching-taken-none = شغل شخص آخر هذا المكان في هذه الأثناء. نأسف لذلك. نبحث لك الآن عن آخرين.
matching-resting-title = طلبت بعض الوقت
matching-resting-lead = خذ ما شئت من الوقت. تحتفظ بمكانك، وكل ما كتبته محفوظ. عندما تكون مستعدًا، عُد إلى هنا.
matching-return = أنا مستعد من جديد
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
