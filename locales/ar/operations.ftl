# الصفحات التي يبدأ منها الجميع، ومن اطّلع على السجلّ.
operations-home = الصفحة الرئيسية
operations-hello = مرحبًا
operations-hello-name = مرحبًا { $name }
operations-nothing = لا شيء ينتظرك هنا في الوقت الحالي. حين يكون هناك شيء، تراه في هذه الصفحة.

operations-mine-none = إن كنت تودّ أن يكون إلى جانبك شخص مرّ بما يشبه ما تمرّ به، فيمكنك أن تطلب ذلك هنا.
operations-mine-none-go = اطلب المساندة
operations-mine-draft = بدأتَ بطلب المساندة. ما كتبته محفوظ.
operations-mine-draft-go = تابع من حيث توقّفت
operations-mine-waiting = وصل طلبك.
operations-mine-waiting-more = شخص من البرنامج يبحث عن أشخاص قد يناسبونك. لا يلزمك فعل شيء. عندما يكون هناك من تتعرّف إليهم، ستجدهم هنا.
operations-mine-waiting-go = اطّلع على إجاباتك أو غيّرها
operations-mine-offered = { $count ->
    [one] هناك شخص يمكنك أن تتحدّث معه.
    [two] هناك شخصان يمكنك أن تتحدّث معهما.
    [few] هناك { $count } أشخاص يمكنك أن تتحدّث معهم.
   *[other] هناك { $count } شخصًا يمكنك أن تتحدّث معهم.
}
operations-mine-offered-more = أنت من يختار. يمكنك أيضًا أن تطلب غيرهم، أو أن تطلب وقتًا.
operations-mine-offered-go = تعرّف إليهم
operations-mine-picked = اخترتَ شخصًا. سألناه، وسيصلك جوابه هنا.
operations-mine-picked-go = انظر من اخترت
operations-mine-resting = طلبتَ وقتًا. لا داعي للعجلة، ومكانك محفوظ.
operations-mine-resting-go = أنا مستعدّ للمتابعة
operations-talk-with = أنت و{ $name }
operations-unread = { $count ->
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
   *[other] { $count } رسالة جديدة
}
operations-new = جديدة
operations-all-read = لا رسائل جديدة
operations-gone = شخص لم يعد هنا
operations-no-name = بلا اسم
operations-goals = أهدافي
operations-goals-none = لم يُكتب شيء، وليس هذا لازمًا.
operations-goals-open = { $count ->
    [one] هدف واحد
    [two] هدفان
    [few] { $count } أهداف
   *[other] { $count } هدفًا
}
operations-goals-steps = { $count ->
    [one] تمّ { $done } من خطوة واحدة
    [two] تمّ { $done } من خطوتين
    [few] تمّ { $done } من { $count } خطوات
   *[other] تمّ { $done } من { $count } خطوة
}
operations-seen = من اطّلع على سجلّي
operations-seen-door = كل اطّلاع يُدوَّن، ويمكنك أن ترى ذلك.

operations-asked-title = اختارك شخص
operations-asked = { $count ->
    [one] ينتظر شخص واحد جوابك.
    [two] ينتظر شخصان جوابك.
    [few] ينتظر { $count } أشخاص جوابك.
   *[other] ينتظر { $count } شخصًا جوابك.
}
operations-asked-go = اقرأ وأجب
operations-no-profile = لا يمكن بعد عرض مساندتك على أحد: ملفّك غير منشور.
operations-no-profile-go = اكتب ملفّك
operations-my-people = من تساندهم
operations-my-people-none = لا تساند أحدًا في الوقت الحالي.
operations-col-name = الاسم
operations-col-messages = الرسائل
operations-col-since = منذ
operations-col-goals = الأهداف
operations-open-messages = افتح الرسائل
operations-open-goals = اطّلع على الأهداف

operations-seen-lead = كلّما قرأ أحد شيئًا يخصّك أو غيّره، يُدوَّن ذلك هنا.
operations-seen-own = أظهر أيضًا ما فعلته أنا
operations-seen-others = أظهر ما فعله الآخرون فقط
operations-seen-empty = لم يفتح أحد غيرك سجلّك حتى الآن.
operations-seen-empty-text = عندما يفعل أحد ذلك، ستجد هنا من كان، ومتى، وماذا قرأ.
operations-tag-refused = لم يُسمح
operations-pages = الصفحات
operations-newest = الأحدث
operations-older = الأقدم
operations-programme-itself = البرنامج من تلقاء نفسه:

operations-role-participant = مشارك هنا
operations-role-carer = من العائلة أو الأصدقاء
operations-role-worker = داعم نظير
operations-role-supervisor = إشراف
operations-role-coordinator = تنسيق
operations-role-partner = جهة شريكة
operations-role-evaluator = تقييم
operations-role-administrator = إدارة

operations-did = تعامل مع سجلّك
operations-did-write-intake = غيّر طلبك للمساندة
operations-did-read-intake = قرأ ما أجبتَ به عند طلب المساندة
operations-did-invite-staff = غيّر دورك هنا
operations-did-read-staff = رآك في صفحة الفريق
operations-did-write-worker-profile = غيّر ملفّك
operations-did-read-waiting-list = رآك في قائمة الانتظار
operations-did-set-priority = حدّد مدى استعجال طلبك، أو التدريب الذي يحتاجه من يدعمك
operations-did-read-waiting-list-proposals = رآك في قائمة من وُجد لهم أشخاص
operations-did-run-matching = بحث عن أشخاص يناسبونك
operations-did-release-offers = أرسل عرضًا أنت فيه
operations-did-choose-worker = اختار من يُقترح عليك أولًا
operations-did-read-load = رأى كم شخصًا تساند
operations-did-read-waiting-list-unserved = رآك في قائمة من لم يوجد لهم أحد
operations-did-read-waiting-list-what-if = رآك وهو يحسب ما الذي يغيّره وجود داعمين آخرين
operations-did-answer-offers = أجاب عن عرض أنت فيه
operations-did-read-request = قرأ الطلب الذي أرسلته إليه
operations-did-answer-request = أجاب عن طلبك
operations-did-say-known = قال شيئاً عن معرفة بعضكما ببعض
operations-did-read-known = قرأ ما قيل عن معرفة بعضكما ببعض
operations-did-read-known-notes = قرأ الملاحظة بأنكما تعرفان بعضكما من مكان آخر
operations-did-read-known-notes-known-list = رآك في قائمة من يعرف بعضهم بعضاً من مكان آخر
operations-did-read-conversation = فتح محادثتكما
operations-did-write-message = كتب إليك
operations-did-read-goals = قرأ أهدافك
operations-did-write-goals = غيّر أهدافك

operations-refused = حاول الوصول إلى { $thing } ولم يُسمح له
operations-thing = شيء يخصّك
operations-thing-write-intake = طلبك للمساندة
operations-thing-set-priority = طلبك
operations-thing-read-intake = إجاباتك
operations-thing-read-request = طلبك
operations-thing-answer-request = طلبك
operations-thing-answer-offers = عروضك
operations-thing-release-offers = عروضك
operations-thing-say-known = ما يقال عن معرفة بعضكما ببعض
operations-thing-read-known = ما قيل عن معرفة بعضكما ببعض
operations-thing-read-known-notes = الملاحظة عن معرفة بعضكما ببعض
operations-thing-read-conversation = رسائلك
operations-thing-write-message = رسائلك
operations-thing-read-goals = أهدافك
operations-thing-write-goals = أهدافك
operations-thing-write-worker-profile = ملفّك

operations-own = تعاملتَ مع سجلّك
operations-own-write-intake = كتبتَ في طلبك للمساندة
operations-own-read-intake = قرأتَ إجاباتك
operations-own-answer-offers = نظرتَ في عروضك أو أجبتَ عن أحدها
operations-own-read-conversation = فتحتَ محادثة
operations-own-say-known = قلتَ شيئاً عن معرفتك بمن جُمعتَ به
operations-own-read-known = قرأتَ ما قيل عن معرفتك بمن جُمعتَ به
operations-own-write-message = كتبتَ رسالة
operations-own-read-goals = قرأتَ أهدافك
operations-own-write-goals = كتبتَ في أهدافك
operations-own-write-worker-profile = كتبتَ في ملفّك
