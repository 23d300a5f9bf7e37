# المحادثات بين المشارك ومن يسانده.
conversations-title = الرسائل
conversations-title-with = الرسائل مع { $name }
conversations-somebody = شخص ما
conversations-none-title = لا توجد محادثات بعد.
conversations-none = عندما تختار شخصًا ويوافق، يمكن لكل منكما أن يكتب للآخر هنا.
conversations-none-worker = عندما توافق على طلب، يمكن لكل منكما أن يكتب للآخر هنا.
conversations-new = { $count ->
    [one] رسالة جديدة
    [two] رسالتان جديدتان
    [few] رسائل جديدة
   *[other] رسالة جديدة
}
conversations-last = آخر رسالة:
conversations-nothing-yet = لم يكتب أحد بعد.
conversations-goals = أهداف { $name }
conversations-who-reads = لا يقرأ هذا إلا أنتما.
conversations-begin = لم يكتب أحد بعد. تكفي كلمة «مرحبًا» للبداية.
conversations-thread = الرسائل
conversations-outbox = لم تُرسل بعد
conversations-older = رسائل أقدم
conversations-newest = إلى أحدث الرسائل
conversations-look = هل من جديد؟
conversations-below = رسالة جديدة في الأسفل
conversations-you = أنت
conversations-sent = أُرسلت
conversations-waiting = في الطريق
conversations-unsent = لم تُرسل بعد
conversations-try-again = حاول مرة أخرى
conversations-your-message = رسالتك
conversations-send = إرسال
conversations-offline = لا يوجد اتصال الآن. أبقِ هذه الصفحة مفتوحة: ما ترسله سيخرج عندما يعود الاتصال.
conversations-signed-out = تم تسجيل خروجك. افتح هذه الصفحة من جديد لتسجيل الدخول، وانسخ قبل ذلك ما لم يُرسل بعد.
conversations-who-several = عدد من يقرأ هذا: { $count }.
conversations-several = معك في هذه المحادثة: { $names }. ما تكتبه هنا تقرؤونه كلكم.
conversations-alone = لا أحد غيرك في هذه المحادثة الآن. ما كُتب يبقى لك. يمكنك الكتابة هنا من جديد عندما ينضم شخص جديد.
conversations-since-you-came = ترى ما كُتب منذ انضمامك.
conversations-first-meeting = لقاؤك الأول مع { $name }
conversations-change = هناك تغيير جارٍ: { $name }
conversations-other = أودّ شخصًا آخر بدل { $name }
conversations-cannot = لا أستطيع الاستمرار مع { $name }
conversations-handed-over = ما نُقل إليك
