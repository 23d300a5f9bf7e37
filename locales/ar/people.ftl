# Asking for support
## The front page.
people-front-none-title = كيرن يعمل
people-front-none = لا يوجد برنامج هنا بعد. إن كنت تجهّز هذا الموقع: الأمر “cairn demo” يعرض كل شيء مع أشخاص مختلقين، وفي docs/howto شرح إنشاء برنامج خاص بكم.
people-front-several = برامج دعم النظراء
people-front-several-lead = تعمل عدّة برامج من خلال هذا الموقع. اختر الأقرب إليك، أو الذي أُرشدت إليه.
people-front-title = تحدّث مع شخص مرّ بما تمرّ به
people-front-lead = من يدعمون هنا عاشوا ضيقاً نفسياً بأنفسهم، وقطعوا بعده شوطاً، وتدرّبوا، وهم يمشون إلى جانبك على مهلك.
people-front-ask = اطلب الدعم
people-front-go-on = تابع إجاباتك
people-front-home = اذهب إلى صفحتك
people-front-sign-in = تسجيل الدخول
people-front-how = كيف يجري الأمر
people-front-how-1 = تخبرنا بما يهمّك. يستغرق ذلك نحو خمس دقائق. يمكنك ترك أي سؤال فارغاً، ولا حاجة إلى اسمك القانوني.
people-front-how-2 = نبحث عن ثلاثة أشخاص على الأكثر قد يناسبونك. تقرأ ما يقوله كلٌّ عن نفسه، وأنت من يختار. يمكنك طلب غيرهم أو أخذ وقتك.
people-front-how-3 = حين يوافق من اخترته أيضاً، تتراسلان وتتحدّثان أو تلتقيان كما يناسبكما. ولكلٍّ منكما أن يقول إن الأمر لا يناسبه.
people-front-honest = لا نستطيع أن نعدك بموعد محدّد، فالأمر يعتمد على من لديه وقت. ويمكنك دائماً أن ترى أين وصل طلبك.
people-front-now = إن كنت بحاجة إلى أحد الآن
people-front-now-text = دعم النظراء ليس خدمة طوارئ. هؤلاء يجيبون:
people-front-now-none = دعم النظراء ليس خدمة طوارئ. إن كان هناك خطر على الحياة فاتصل برقم الطوارئ في بلدك.
people-front-leave = مغادرة الموقع بسرعة
people-front-leave-text = زرّ “{ $leave }” في الأعلى، أو الضغط على مفتاح Shift ثلاث مرات، يُخرجك ويفتح موقعاً آخر.
people-line-call = اتصل
people-line-text = أرسل رسالة
people-line-emergency = خطر على الحياة

## A way to come back.
people-begin-title = أولاً، طريق للعودة
people-begin-lead = كي تتوقّف متى شئت ثم تجد إجاباتك من جديد. هذا كل ما نحتاج إليه.
people-begin-name = بماذا نناديك؟
people-begin-name-hint = أيّ اسم تحبّه، وليس بالضرورة اسمك القانوني. سيراه من تختاره ومن يدير البرنامج.
people-begin-login = اسم لتسجيل الدخول
people-begin-login-hint = لا يستعمله غيرك. إن تركته فارغاً فهو الاسم أعلاه.
people-begin-passphrase = عبارة سرّية
people-begin-passphrase-hint = أربع أو خمس كلمات لا يجمعها غيرك، مثلاً عن مكان تحبّه. 15 حرفاً على الأقل، والمسافات مسموحة. لا يمكننا قراءتها، فاحفظها في مكان آمن.
people-begin-again = اكتبها مرّة أخرى من فضلك. نحن لا نحتفظ بها أبداً، ولا للحظة.
people-begin-go = تابع
people-begin-or = أو
people-begin-email-title = أو بالبريد الإلكتروني
people-begin-email = عنوان بريدك الإلكتروني
people-begin-email-hint = نرسل إليك رابطاً للدخول. لا نستعمل العنوان إلا لما يخصّ دعمك. هل يقرأ غيرك بريدك؟ إذن العبارة السرّية أكثر أماناً.
people-begin-email-go = أرسل إليّ رابطاً
people-begin-sent-title = أرسلنا إليك رابطاً
people-begin-sent = افتحه على هذا الهاتف أو الحاسوب لتبدأ. يعمل مرّة واحدة ولوقت قصير. إن لم يصلك شيء فانظر في مجلّد البريد غير المرغوب فيه، أو حاول مرّة أخرى.
people-begin-link-title = اطلب الدعم
people-begin-link-lead = اضغط الزر لتبدأ. يعمل هذا الرابط مرة واحدة.
people-begin-link-button = ابدأ
people-begin-have = كنت هنا من قبل: تسجيل الدخول
people-begin-taken = إن كنت أنت صاحبه، فسجّل الدخول وتابع من حيث توقّفت.
people-begin-known-title = اطلب الدعم
people-begin-known = لقد سجّلت الدخول، فلا حاجة إلى شيء آخر للبدء. تليها ست صفحات قصيرة، ويمكنك ترك ما تشاء فارغاً.
people-begin-known-staff = أنت تعمل هنا، ويمكنك أن تطلب الدعم لنفسك أيضاً. ما تجيب به منفصل عن عملك: يُسجَّل من يقرؤه، ويمكنك رؤية ذلك.

## What every page of the form has.
people-ask-page = صفحة { $n } من { $of }
people-ask-go = احفظ وتابع
people-ask-back = رجوع
people-ask-leave = احفظ وتوقّف الآن
people-ask-saved = يُحفظ كلّما غادرت صفحة. يمكنك التوقّف والعودة.
people-ask-kept = حُفظ الآن.
people-ask-keeping-failed = لم يُحفظ بعد: لا توجد شبكة. ستتكرّر المحاولة من تلقاء نفسها.
people-ask-signed-out = انتهت جلستك. ما كتبته محفوظ: اضغط “احفظ وتابع” ثم سجّل الدخول من جديد.
people-ask-optional = يمكنك ترك هذا فارغاً
people-ask-elsewhere = تغيّرت هذه الصفحة في نافذة أخرى في هذه الأثناء. في الأسفل ما كتبته هنا، ولم يضع منه شيء. احفظ مرّة أخرى ليحلّ محلّ الآخر.
said-intake-kept = إجاباتك محفوظة. تابع متى شئت.
said-intake-changed = تغيّرت إجاباتك.

## 1: what you have been through.
people-ask-1-title = ما مررت به
people-ask-1-lead = افتح ما ينطبق عليك واختر ما تشاء، كثيراً كان أو قليلاً.
people-ask-1-why = نسأل لنجد شخصاً يعرف ذلك من تجربته. يقرؤه المنسّق الذي يبحث لك. وقل لكل أمر كم يهمّك ذلك.
people-ask-1-most = { $limit } على الأكثر، كي يكون لكلٍّ منها وزنه.
people-ask-1-ticked =
    { $count ->
        [one] اختيار واحد
        [two] اختياران
        [few] { $count } اختيارات
       *[other] { $count } اختياراً
    }
people-ask-how-much = كم يهمّك أن يعرف هذا: { $what }؟
people-ask-story = بكلماتك
people-ask-story-hint = لا يقرؤه إلا من تختاره، بعد أن تختاره، والمنسّق.
people-ask-show = يمكن لمن أختاره أن يرى كل ما اخترته أعلاه
people-ask-show-hint = إن تركته فارغاً، لا يرى إلا ما عاشه هو أيضاً.

## 2: who you would like.
people-ask-2-title = من تودّ أن يكون معك
people-ask-2-kind = أي نوع من الدعم؟
people-ask-2-kind-hint = نسأل لنبحث بين الأشخاص المناسبين. يراه المنسّق. إن تركته مفتوحاً بحثنا بين الداعمين النظراء.
people-ask-kind-peer-worker = شخص مرّ بذلك ويمشي إلى جانبي
people-ask-kind-peer-worker-hint = داعم نظير: يصغي، ويخبرك بما أعانه، ويمشي على مهلك.
people-ask-kind-recovery-coach = شخص يعمل معي على أهداف
people-ask-kind-recovery-coach-hint = مرافق تعافٍ: مثله، مع خطة أوضح ومواعيد تراجعانها معاً.
people-ask-kind-carer-peer = شخص لي أنا، من الأهل أو الأصدقاء
people-ask-kind-carer-peer-hint = داعم للأهل والأصدقاء: وقف هو أيضاً إلى جانب شخص يعاني.
people-ask-2-wishes = هل تتمنّى شيئاً في هذا الشخص؟
people-ask-2-wishes-hint = نسأل لأن بعض الأمور تجعل الكلام أسهل. يراه المنسّق وحده. “شرط” تعني أننا لن نعرض عليك غيره، وقد يطول الانتظار.
people-ask-must = شرط
people-ask-how-much-wish = كم يهمّك هذا: { $what }؟
people-ask-2-sector = مجال عملك
people-ask-2-sector-hint = نسأل لأن من يعمل في المجال نفسه قد يفهم أسرع. يراه المنسّق.
people-ask-2-sector-none = أفضّل ألّا أقول

## 3: languages.
people-ask-3-title = لغات ترتاح إليها
people-ask-3-legend = بأي لغات يمكنك أن تتحدّث؟
people-ask-3-hint = نسأل كي تجمعكما لغة واحدة على الأقل. يراه المنسّق. إن لم تختر شيئاً فسنعدّ أن { $language } تناسبك.
people-ask-3-other = لغة أخرى
people-ask-3-other-none = لا شيء

## 4: ways of meeting.
people-ask-4-title = كيف تودّ أن تلتقيا
people-ask-4-legend = أي الطرق تناسبك؟
people-ask-4-hint = نسأل كي لا يُضطرّ أحد إلى ما يصعب عليه. يراه المنسّق. إن لم تختر شيئاً فسنعدّ أن كل الطرق مناسبة.
people-ask-mode-chat = بالكتابة
people-ask-mode-chat-hint = رسائل هنا، متى ناسب كلّاً منكما
people-ask-mode-phone = بالهاتف
people-ask-mode-phone-hint = في وقت تتفقان عليه
people-ask-mode-video = بالفيديو
people-ask-mode-video-hint = تريان بعضكما على الشاشة
people-ask-mode-in-person = وجهاً لوجه
people-ask-mode-in-person-hint = في مكان يناسبكما
people-ask-4-place = إن التقيتما وجهاً لوجه: قرب أي مكان؟
people-ask-4-place-hint = نسأل كي لا تبعد المسافة على أحدكما. ليس عنوانك، بل أقرب مكان في هذه القائمة.
people-ask-4-place-none = أفضّل ألّا أقول
people-ask-4-place-kept = المكان الذي ذكرته من قبل
people-ask-4-km = إلى أي مسافة يمكنك الذهاب، بالكيلومترات؟
people-ask-4-km-hint = لا يهمّ إلا للقاء وجهاً لوجه. الفراغ يعني أي مسافة.

## 5: times.
people-ask-5-title = متى يناسبك
people-ask-5-legend = في أي أوقات الأسبوع يمكنك عادةً اللقاء أو الحديث؟
people-ask-5-hint = نسأل كي يجمعكما وقت ما. يراه المنسّق. إن لم تختر شيئاً فسنعدّ أن أي وقت ممكن.
people-ask-5-parts = الباكر من 6 إلى 9، والصباح من 9 إلى 12، والظهر من 12 إلى 14، والعصر من 14 إلى 17، والمساء من 17 إلى 21، والليل من 21 إلى 24.
people-ask-part-early = باكراً
people-ask-part-morning = صباحاً
people-ask-part-midday = ظهراً
people-ask-part-afternoon = عصراً
people-ask-part-evening = مساءً
people-ask-part-night = ليلاً
people-ask-5-also = وأيضاً
people-ask-5-zone = منطقتك الزمنية
people-ask-5-zone-hint = نسأل كي تكون الرابعة عندك هي الرابعة.

## 6: who must never be offered, and what else matters.
people-ask-6-title = من يجب ألّا نعرضه عليك أبداً
people-ask-6-note = شيء ينبغي أن يتولّاه المنسّق
people-ask-6-note-hint = لا يلزم ذلك: قائمتك الخاصة تكفي. يقرؤه المنسّق ويتولّاه بنفسه، ولا يقرؤه أبداً من يُعرضون عليك.
people-ask-6-tell = ماذا تودّ أيضاً أن يعرف من تختاره؟
people-ask-6-tell-hint = ما يعينك، وما يجب الانتباه له، وكيف تحبّ أن يُخاطبك. لا يقرؤه إلا من تختاره، بعد أن تختاره، والمنسّق.

## Everything at a glance.
people-check-title = هل هذا كما تريد؟
people-check-lead = هنا كل ما قلته. يمكنك تغيير أي شيء، الآن أو بعد الإرسال.
people-check-lead-sent = هنا كل ما قلته. يمكنك تغيير أي شيء إلى أن تتفق مع أحد.
people-check-change = غيّر
people-check-empty = تركت هذا مفتوحاً.
people-check-weighed = { $what }: { $how }
people-check-kind-open = لم تقل أي نوع: سنبحث بين الداعمين النظراء.
people-check-languages-open = لم تقل أي لغة: سنعدّ أن { $language } تناسبك.
people-check-modes-open = لم تقل كيف: سنعدّ أن أي طريقة للقاء مناسبة.
people-check-times-open = لم تقل متى: سنعدّ أن أي وقت ممكن.
people-check-zone = المنطقة الزمنية: { $zone }
people-check-sector = مجال العمل: { $what }
people-check-place = قرب { $place }
people-check-km = حتى { $km } كم
people-check-show = يمكن لمن تختاره أن يرى كل ما اخترته.
people-check-hide = لا يرى من تختاره إلا ما عاشه هو أيضاً.
people-check-musts = طلبت أن يكون شخص واحد كل هذا: { $what }. قليلون كذلك، أو لا أحد. ربما تودّ أن تجعل أحدها أمنية لا شرطاً.
people-check-send = أرسل طلبي
people-check-sent = العودة إلى صفحتي
people-check-later = ليس الآن: احفظه لوقت لاحق

## Afterwards.
people-done-title = وصلنا طلبك
people-done-lead = شكراً لأنك أخبرتنا. طلب الدعم يحتاج إلى شجاعة.
people-done-next = ما الذي يحدث الآن
people-done-1 = يبحث منسّق في { $programme } عن أشخاص قد يناسبونك.
people-done-2 = حين يوجد أحد تجده في صفحتك. أنت من يختار، ولا يكتب إليك أحد قبل ذلك.
people-done-3 = لا نستطيع أن نقول كم يستغرق ذلك، فهو يعتمد على من لديه وقت. يمكنك أن ترى أين وصل طلبك وأن تغيّر إجاباتك متى شئت.
people-done-back = تذكّر كيف تسجّل الدخول: فهو طريق عودتك إلى هنا.
people-done-now = إن ثقل الأمر قبل ذلك
people-done-now-text = أثناء انتظارك لا أحد هنا يتابعك ليل نهار. هذه الصفحة تقول من يجيب الآن.
people-done-help = من يجيب الآن
people-done-home = اذهب إلى صفحتي
people-done-change = اعرض إجاباتي

## The letter with a link to begin. It says nothing about what this is.
people-letter-begin =
    مرحباً،

    يمكنك أن تبدأ من هنا. يعمل الرابط مرة واحدة، لمدة ساعة:

    { $link }

    إن لم تطلب ذلك فلا حاجة إلى فعل شيء.

# Sign-in and account
people-sign-in-title = أهلًا بعودتك
people-sign-in-login = اسم الدخول أو البريد الإلكتروني
people-sign-in-email-hint = نرسل إليك رابطًا. لا تحتاج معه إلى عبارة مرور.
people-sign-in-email-send = أرسلوا إليّ رابطًا
people-or = أو
people-email = البريد الإلكتروني
people-passphrase = عبارة المرور
people-passphrase-new = عبارة مرور جديدة
people-passphrase-hint = { $shortest } حرفًا على الأقل. أربع أو خمس كلمات لا يجمعها غيرك يسهل تذكرها. يمكنك استخدام المسافات.
people-login-new = اسم للدخول
people-login-hint = أي اسم تحبه. لا يراه الآخرون.
people-email-new = بريد إلكتروني جديد
people-wait = كانت هناك محاولات خاطئة كثيرة. يمكنك المحاولة مرة أخرى { $when }. لم يضع شيء، ولم يُغلق الباب في وجه أحد إلى الأبد.
said-link-sent = إذا كنا نعرف هذا العنوان فهناك رسالة فيها رابط في طريقها إليه. انظر أيضًا في مجلد البريد غير المرغوب فيه.
said-signed-out = لقد سجّلت الخروج.
said-saved = تم الحفظ.
said-session-ended = تم تسجيل الخروج هناك.
said-others-ended = تم تسجيل الخروج في كل مكان آخر.
said-passphrase-changed = تغيّرت عبارة المرور. تم تسجيل خروجك في كل مكان آخر.
said-email-sent = أرسلنا رسالة إلى العنوان الجديد. افتح الرابط الذي فيها في هذا المتصفح.
said-email-kept = عنوانك الجديد مستخدم الآن.
said-joined = لقد انضممت. يسعدنا وجودك هنا.
said-invitation-withdrawn = سُحبت الدعوة. لم يعد رابطها يعمل.

people-link-title = تسجيل الدخول
people-link-lead = اضغط الزر لتسجيل الدخول. يعمل هذا الرابط مرة واحدة.
people-link-button = أدخلني
people-link-gone-title = لم يعد هذا الرابط يعمل
people-link-gone-lead = استُخدم من قبل أو صار قديمًا. لم يضع شيء: يمكنك الدخول بطريقة أخرى أو طلب رابط جديد.
people-link-to-sign-in = إلى صفحة الدخول
people-email-link-title = هل هذا عنوانك؟
people-email-link-lead = اضغط الزر لاستخدام هذا العنوان في تسجيل الدخول من الآن.
people-email-link-button = استخدم هذا العنوان

people-account-name-title = اسمك هنا
people-account-name = بماذا نناديك؟
people-account-name-hint = أي اسم تحبه. يراه من تتواصل معهم هنا.
people-account-programmes = الانتقال إلى برنامج آخر من برامجك
people-account-language = بأي لغة تود القراءة؟
people-account-ways-title = كيف تسجّل الدخول
people-account-login = اسم الدخول
people-account-no-email = لا يوجد
people-account-passphrase-title = تغيير عبارة المرور
people-account-passphrase-lead = سيتم تسجيل خروجك في كل مكان آخر، وستفقد البرامج وصولها.
people-account-old = عبارة المرور الحالية
people-account-passphrase-change = تغيير عبارة المرور
people-account-login-title = إضافة اسم وعبارة مرور
people-account-login-lead = بهما يمكنك الدخول دون انتظار رسالة. سيتم تسجيل خروجك في كل مكان آخر.
people-account-email-add-title = إضافة بريد إلكتروني
people-account-email-change-title = تغيير البريد الإلكتروني
people-account-email-lead = إن نسيت عبارة المرور يمكنك الدخول برابط يصل إلى هذا العنوان. نرسل إليه رسالة أولًا لنعرف أنها تصل. إذا كان شخص آخر يقرأ بريدك فالأسلم ألا تضيفه.
people-account-proof-hint = حتى لا يفعل هذا شخص آخر من هاتفك.
people-account-email-send = أرسلوا رسالة إلى هذا العنوان
people-sessions-title = أين سجّلت الدخول
people-sessions-lead = هل هناك ما لا تعرفه؟ أنهِه، ثم غيّر عبارة المرور.
people-sessions-here = هذا
people-sessions-since = تم الدخول: { $when }
people-sessions-seen = آخر مرة: { $when }
people-sessions-end = تسجيل الخروج هناك
people-sessions-end-others = تسجيل الخروج في كل مكان آخر
people-browser-on = { $program } على { $system }
people-browser-unknown = متصفح لا نعرفه
people-token = برنامج له وصول
people-token-since = أُعطي الوصول: { $when }
people-token-end = سحب الوصول

people-programmes-title = برامجك
people-programmes-lead = أنت في أكثر من برنامج. إلى أيها تريد الذهاب؟
people-programmes-here = أنت هنا
people-programmes-go = اذهب إليه
people-programmes-none = لست في أي برنامج
people-programmes-none-detail = إذا دُعيت فافتح رابط الدعوة مرة أخرى. وإذا كنت هنا من قبل فاسأل برنامجك.

people-staff-caption = من في الفريق
people-staff-none = لا أحد في الفريق بعد.
people-staff-name = الاسم
people-staff-roles = ماذا يفعل هنا
people-role-participant = مشارك
people-role-carer = من العائلة أو الأصدقاء
people-role-worker = مساند من الأقران
people-role-worker-hint = يساند الناس من تجربته الخاصة.
people-role-supervisor = مشرف
people-role-supervisor-hint = يعتني بالمساندين.
people-role-coordinator = منسق
people-role-coordinator-hint = يرى من ينتظر، ويجمع الناس، ويدعو الفريق.
people-role-partner = شريك
people-role-partner-hint = يعمل في خدمة بجانب البرنامج.
people-role-evaluator = مقيّم
people-role-evaluator-hint = يرى أرقامًا، ولا يرى أسماء أبدًا.
people-role-administrator = مدير
people-role-administrator-hint = يجهّز البرنامج ويدعو الفريق. لا يقرأ ما يكتبه الناس.
people-invited-title = الدعوات المفتوحة
people-invited-none = لا توجد دعوات مفتوحة.
people-invited-until = مفتوحة حتى
people-invited-withdraw = سحب
people-invite-title = دعوة شخص
people-invite-lead = يصله رابط خاص به. به يختار اسمًا وعبارة مرور وينضم إلى الفريق.
people-invite-name = اسمه
people-invite-name-hint = يمكنه تغييره عند الانضمام.
people-invite-roles = ماذا سيفعل هنا؟
people-invite-email = بريده الإلكتروني
people-invite-email-hint = يمكنك تركه فارغًا وتسليم الرابط بنفسك.
people-invite-send = إنشاء الدعوة
people-invite-made = دعوة { $name } جاهزة
people-invite-made-sent = هناك رسالة فيها هذا الرابط في طريقها إليه. ويمكنك أيضًا تسليمه بنفسك:
people-invite-made-hand-over = سلّم هذا الرابط بنفسك، ولا تعطه لغيره:
people-invite-made-once = يظهر الآن فقط، ويعمل مرة واحدة، وصالح لمدة 14 يومًا.

people-invitation-title = أنت مدعو
people-invitation-lead = يود { $programme } أن تنضم إليه بصفة: { $roles }.
people-invitation-have-account = لديّ حساب هنا
people-invitation-signed-in = أنت مسجّل الدخول. يمكنك الانضمام بهذا الحساب.
people-invitation-name = بماذا نناديك؟
people-invitation-name-hint = يراه من تتواصل معهم هنا.
people-invitation-agree-title = قبل أن تنضم
people-invitation-agree = ما يقوله الناس هنا يبقى هنا. أقرأ فقط ما أحتاجه لدوري، وأعرف أن كل قراءة تُسجَّل وأن صاحبها يستطيع رؤيتها.
people-invitation-join = انضمام

# Letters. Others may see the subject on a locked screen: it tells nothing.
people-letter-subject = رابط لك
people-letter-sign-in =
    مرحبًا،

    هذا هو الرابط الذي طلبته. يعمل مرة واحدة، لمدة { $minutes } دقيقة:

    { $link }

    لم تطلبه؟ إذن لا يلزمك فعل شيء. لا أحد يستطيع الدخول من دون هذه الرسالة.

    { $programme }
people-letter-invitation =
    مرحبًا،

    أنت مدعو للانضمام إلى فريق { $programme }. هذا الرابط لك وحدك. يعمل مرة واحدة، لمدة 14 يومًا:

    { $link }

    لم تكن تتوقع هذا؟ إذن لا يلزمك فعل شيء.
people-letter-email =
    مرحبًا،

    افتح هذا الرابط في المتصفح الذي سجّلت الدخول فيه. يعمل مرة واحدة، لمدة { $minutes } دقيقة:

    { $link }

    لم تطلبه؟ إذن لا يلزمك فعل شيء: لا يحدث شيء من دونك.

    { $programme }
people-letter-email-changed =
    مرحبًا،

    تغيّر العنوان الذي تسجّل به الدخول إلى حسابك. لن تصل الرسائل إلى هذا العنوان بعد الآن.

    لم تكن أنت؟ أخبرنا فورًا حتى نساعدك على العودة.

    { $programme }
