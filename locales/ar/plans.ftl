# أهداف بكلمات صاحبها، وخطوات صغيرة نحوها.
plans-title = أهدافي
plans-lead = ما تودّ أن تتّجه نحوه، بكلماتك أنت. كبيرًا كان أو صغيرًا، ويمكن أن يتغيّر.
plans-empty-title = لم تكتب هدفًا بعد.
plans-empty-text = ليس هذا ضروريًا. بعض الناس يحبّون أن يكون أمامهم شيء واحد يسيرون نحوه. قد يكون صغيرًا جدًا، مثل:
plans-empty-example = «أن أجلس في الحديقة مع فنجان قهوة يوم السبت.»
plans-steps-done = { $count ->
    [one] تمّ { $done } من خطوة واحدة
    [two] تمّ { $done } من خطوتين
    [few] تمّ { $done } من { $count } خطوات
   *[other] تمّ { $done } من { $count } خطوة
}
plans-step-first = خطوة أولى صغيرة
plans-step-next = خطوة صغيرة أخرى
plans-step-one = الخطوة الأولى
plans-step-two = الخطوة الثانية
plans-step-add = أضف الخطوة
plans-reached = وصلتُ إلى هذا
plans-let-go = أترك هذا الهدف
plans-open-again = العودة إليه
plans-is-reached = تحقّق
plans-is-let-go = تُرك
plans-past = ما تحقّق أو تُرك
plans-new = كتابة هدف آخر
plans-new-first = كتابة هدف
plans-goal-label = نحو ماذا تودّ أن تتّجه؟
plans-goal-hint = قله كما تقوله لصديق.
plans-first-steps = خطوات صغيرة
plans-first-steps-hint = صغيرة بحيث يمكنك القيام بواحدة منها هذا الأسبوع. يمكنك إضافة المزيد لاحقًا.
plans-goal-save = حفظ الهدف
plans-who-reads = يمكنك أنت والشخص الذي يساندك قراءة هذا. أنت وحدك من يغيّره.
plans-done = تمّت
plans-not-done = لم تتمّ بعد
plans-their-title = أهداف { $name }
plans-their-lead = بكلمات { $name }. لا يغيّرها أحد سوى { $name }، ويظهر في سجلّ { $name } أنك اطّلعت عليها.
plans-their-empty = لا يوجد الآن هدف مكتوب لدى { $name }.
plans-their-empty-text = لا بأس بذلك. ليس كل شخص يريد هدفًا.
said-goal-written = تمّ حفظ هدفك.
said-goal-reached = وضعتَ علامة بأنه تحقّق. تجده في الأسفل.
said-goal-let-go = تركتَ هذا الهدف. ليس هذا فشلًا: أنت أدرى بما يناسبك الآن. تجده في الأسفل.
said-goal-open = هذا الهدف مفتوح من جديد.
