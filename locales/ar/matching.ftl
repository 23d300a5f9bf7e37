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
