# إطار كل صفحة.
site-skip = انتقل إلى القسم الرئيسي
site-safety = المساعدة والأمان
site-help-now = أحتاج إلى مساعدة الآن
site-leave = خروج سريع
site-leave-hint = ينقلك فورًا إلى موقع آخر. الضغط على مفتاح Shift ثلاث مرات يفعل الشيء نفسه.
site-signed-in-as = دخلت باسم
site-nav = الرئيسية
site-nav-home = البداية
site-nav-offers = أشخاص من أجلك
site-nav-requests = الطلبات
site-nav-messages = الرسائل
site-nav-goals = أهدافي
site-nav-waiting = قائمة الانتظار
site-nav-staff = الفريق
site-nav-profile = ملفي
site-nav-account = حسابي
site-sign-in = تسجيل الدخول
site-sign-out = تسجيل الخروج
site-language = اللغة
site-privacy = خصوصيتك
site-seen = من اطّلع على سجلي
site-invented = هذا عرض توضيحي. كل الأشخاص فيه من نسج الخيال.
site-go-on = تابع من هنا
site-back = رجوع
site-save = حفظ
site-optional = يمكنك ترك هذا فارغًا
site-nothing-lost = لم يضع شيء مما كتبته.
site-wrong = { $count ->
    [zero] لا شيء يحتاج إلى مراجعة
    [one] أمر واحد يحتاج إلى مراجعة
    [two] أمران يحتاجان إلى مراجعة
    [few] { $count } أمور تحتاج إلى مراجعة
    [many] { $count } أمرًا يحتاج إلى مراجعة
   *[other] { $count } أمر يحتاج إلى مراجعة
}
site-draft-kept = كنت قد كتبت هذا من قبل ولم ترسله. هو هنا كما تركته.

site-privacy-lead = ما تكتبه هنا لك. تقول هذه الصفحة ما الذي نحفظه، ومن يستطيع قراءته، وكيف تتأكد من ذلك بنفسك.
site-privacy-kept-title = ما الذي يُحفظ
site-privacy-kept = يمكن أن يكون اسمك هنا أي اسم تحبه. إجاباتك ورسائلك وأهدافك تُشفَّر قبل حفظها بمفتاح يخصك وحدك.
site-privacy-readers-title = من يستطيع القراءة
site-privacy-readers = رسائلك وأهدافك: أنت والشخص الذي يساندك. إجاباتك عمّا تبحث عنه: أنت ومنسّق البرنامج الذي يبحث لك عن أشخاص. والشخص الذي تختاره يرى ما اخترت أن تقوله له.
site-privacy-trail-title = كيف تتأكد
site-privacy-trail = كلما قرأ أحد شيئًا يخصك كُتب ذلك. صفحة «من اطّلع على سجلي» تُظهر لك كل سطر.
site-privacy-cookies-title = ملفات تعريف الارتباط
site-privacy-cookies = نستخدمها فقط لتبقى داخل حسابك ولنتذكر لغتك. لا يصل شيء إلى أحد آخر: لا إعلانات ولا عدّ للزوار.

# الأخطاء: ماذا حدث، ثم ماذا يمكن فعله.
error-not-found = لم نجد هذا
error-not-found-detail = ربما انتقل إلى مكان آخر، أو ربما ليس لك أن تراه. يمكنك المتابعة من هنا.
error-sign-in = سجّل الدخول أولًا من فضلك
error-sign-in-detail = بعد الدخول يمكنك المتابعة من حيث كنت.
error-refused = هناك ما يحتاج إلى مراجعة
error-refused-detail = لم يتغير شيء. ارجع وصحّحه ثم أرسله مرة أخرى.
error-wait = انتظر قليلًا من فضلك
error-wait-detail = كانت هناك محاولات كثيرة في وقت قصير. حاول مرة أخرى بعد دقائق.
error-closed = هذا المدخل مغلق الآن
error-closed-detail = كانت هناك محاولات خاطئة كثيرة. ما زال الرابط عبر البريد الإلكتروني يعمل، أو اطلب من برنامجك أن يساعدك على العودة.
error-too-large = كان هذا أكثر مما نستطيع استقباله دفعة واحدة
error-too-large-detail = ما أرسلته أكبر من أن نستقبله. ارجع: ما كتبته ما زال هناك. أرسله على أجزاء أصغر.
error-too-slow = استغرق وصول هذا وقتًا طويلًا
error-too-slow-detail = ربما كان الاتصال ضعيفًا الآن. ارجع: ما كتبته ما زال هناك. أرسله مرة أخرى من فضلك.
error-method = لا يمكن استعمال هذه الصفحة بهذه الطريقة
error-method-detail = لم يتغير شيء. يمكنك المتابعة من هنا.
error-other-site = جاء هذا من موقع آخر
error-other-site-detail = حفاظًا على سلامتك لم نفعل شيئًا. إن كنت أنت من أرسله، فافتح الصفحة هنا وحاول مرة أخرى.
error-busy = هناك ازدحام الآن
error-busy-detail = لم يضع شيء ولم يُرسل شيء مرتين. حاول مرة أخرى بعد لحظة.
error-tampered = شيء محفوظ هنا قد تضرّر
error-tampered-detail = توقفنا حتى لا نعرض لك ما قد يكون خاطئًا. سيرى البرنامج ذلك في سجله.
error-fault = لم ينجح هذا، والخطأ من جهتنا
error-fault-detail = ليس الخطأ منك، ولم يضع شيء أرسلته من قبل. حاول مرة أخرى، وإن تكرر فأخبر برنامجك.

# جملة واحدة تقول ما يمكن فعله.
refusal-too-long = هذا أطول مما نستطيع حفظه. ابقَ ضمن { $limit } حرف.
refusal-empty = اكتب شيئًا هنا من فضلك.
refusal-control-characters = فيه أحرف مخفية لا نستطيع حفظها. اكتبه مرة أخرى من فضلك.
refusal-hidden-direction = فيه أحرف مخفية تقلب اتجاه الكتابة. اكتبه مرة أخرى من فضلك.
refusal-unknown-choice = هذا الخيار ليس في القائمة.
refusal-not-a-number = اكتب رقمًا من فضلك.
refusal-out-of-range = اكتب رقمًا من { $low } إلى { $high }.
refusal-wrong-type = لم نستطع قراءة هذا.
refusal-missing = هذا ناقص.
refusal-unknown-key = هذا المفتاح غير معروف هنا.
refusal-not-json = هذا ليس JSON.
refusal-body-too-large = هذا أكبر مما نستطيع استقباله.
refusal-login-taken = هناك من يستخدم اسم الدخول هذا. اختر اسمًا آخر من فضلك.
refusal-login-short = اختر اسمًا فيه حرفان أو رقمان على الأقل.
refusal-login-characters = اختر اسمًا من دون علامة @ ومن دون أحرف مخفية.
refusal-email-malformed = لا يبدو هذا عنوان بريد إلكتروني. مثال: river@example.org
refusal-passphrase-short = اجعلها أطول: { $shortest } حرفًا على الأقل. أربع أو خمس كلمات تخصك يسهل تذكرها.
refusal-passphrase-common = هذه من أول ما سيجرّبه الآخرون. أربع أو خمس كلمات لا يجمعها غيرك أكثر أمانًا.
refusal-passphrase-like-login = هذه قريبة جدًا من اسمك. اختر شيئًا آخر من فضلك.
refusal-passphrase-wrong = هذه ليست عبارة المرور الحالية. حاول مرة أخرى من فضلك.
refusal-sign-in-failed = هذا الاسم وعبارة المرور لا يتطابقان. حاول مرة أخرى.
refusal-sign-in-wait = كانت هناك محاولات خاطئة كثيرة. انتظر بضع دقائق من فضلك.
refusal-link-used = هذا الرابط استُخدم من قبل أو صار قديمًا. يمكنك طلب رابط جديد.
refusal-already-answered = تمت الإجابة عن هذا في هذه الأثناء. هكذا هو الآن.
refusal-place-taken = في هذه الأثناء أخذ شخص آخر هذا المكان. نأسف لذلك. الأشخاص الآخرون ما زالوا هنا.
refusal-offer-expired = انقضى وقت هذا العرض، وصار المكان عند شخص آخر. نأسف لذلك. يمكنك البحث عن أشخاص من جديد متى شئت.
refusal-own-places-full = أنت تدعم الآن العدد الذي ذكرته من الأشخاص. إن كان لديك متّسع بعد، فغيّر هذا العدد في ملفك أولًا.
refusal-already-waiting = لقد طلبت المساندة من قبل. يمكنك تغيير إجاباتك في أي وقت.
refusal-not-in-order = لا يمكن فعل هذا بعد.
refusal-time-span = يجب أن تأتي نهاية الوقت بعد بدايته.
refusal-client-id-reused = خرجت من هنا رسالة أخرى من قبل. لإرسال هذه الكلمات أيضًا، أرسلها مرة أخرى.
refusal-busy = هناك ازدحام الآن. حاول مرة أخرى بعد لحظة.
refusal-no-way-back = اختر طريقة للدخول مرة أخرى حتى تستطيع العودة.
refusal-not-found-worker = لا نعرف هذا الشخص.
refusal-role-missing = اختر واحدًا على الأقل.
refusal-language-tag = «{ $tag }» ليس رمز لغة. أمثلة: en وes وar.
refusal-repeated-login = اسم الدخول هذا مكرر.
refusal-consent-missing = يجب الموافقة على هذا أولًا.
refusal-seq-ahead = لا توجد رسالة بهذا الرقم بعد.
refusal-too-many-choices = اختر { $limit } على الأكثر.
refusal-empty-choice = اختر واحدًا من فضلك.
refusal-nobody-there = لا أحد غيرك في هذه المحادثة الآن، فلن يقرأها أحد. كلماتك محفوظة هنا.
refusal-nobody-yet = لم يقل أحد جديد نعم بعد. كلماتك محفوظة هنا.
refusal-others-here = انضم شخص إلى هذه المحادثة أو غادرها. معك الآن: { $names }. لم تُرسل كلماتك بعد: أرسلها مرة أخرى إن كانت لمن هم هنا الآن.
