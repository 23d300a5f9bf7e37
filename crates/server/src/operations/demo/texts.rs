//! What the invented people of the demonstration are called and what they say. Nobody here exists,
//! and nothing here was said by anybody.

/// Names of people who ask for support. The first ones have a part of their own to play.
pub(super) const PARTICIPANTS: &[&str] = &[
    "Ana", "Jonas", "Yusuf", "Lucía", "Grace", "Tomasz", "Priya", "Layla", "Mei", "Sam", "Omar",
    "Noor", "Tom", "Inés", "Kofi", "Hana", "Dylan", "Rosa", "Viktor", "Amina", "Finn", "Chloe",
    "Rashid", "Elif", "Marta", "Oisín", "Thandiwe", "Leo", "Nadia", "Hugo", "Aroha", "Kamal",
    "Ruby", "Emeka", "Sofía", "Jules", "Farah", "Callum", "Mina", "Pavel", "Tariq", "Zoë", "Anh",
    "Marlon", "Ingrid", "Samira", "Beto", "Wren", "Kenji", "Olena", "Dario", "Esther", "Idris",
    "Nell", "Ravi", "Carmen", "Jamal", "Freya", "Iman", "Bruno",
];

/// Names of peer workers.
pub(super) const WORKERS: &[&str] = &[
    "Ben", "Mara", "Salma", "Diego", "Ruth", "Kwame", "Aoife", "Linh", "Peter", "Zainab", "Jo",
    "Manuel", "Hester", "Dev", "Carys", "Malik", "Sinéad", "Rafael", "Bea", "Tunde", "Petra",
    "Noah", "Leila", "Owen",
];

/// What workers publish about themselves.
pub(super) const ABOUTS: &[&str] = &[
    "I was in hospital twice in my twenties and have worked as a carpenter since. I like walking and talking better than sitting and talking. I will not tell you what to do.",
    "I have lived with voices for eighteen years. They still come; we get on better than we did. I knit, badly, and I am good at being quiet with somebody.",
    "I came here from another country when I was nineteen, and for a long time I told nobody how bad it was. You can talk to me in Arabic or in English, and there is no wrong place to begin.",
    "Hablo español e inglés. Pasé años sin poder salir de casa, y sé lo que cuesta el primer paso. I speak Spanish and English, and I go at your pace.",
    "My panic started after my second child was born. What helped me most was somebody who was not shocked. I try to be that person.",
    "I drank for fifteen years and have not for nine. I do not preach. Some weeks we just talk about football.",
    "I looked after my father from when I was eleven. Later I was the one who needed looking after. I know both chairs in the room.",
    "Anxiety and I are old acquaintances. I like lists, small steps and long silences, and I will remember what you told me.",
    "I lost my brother to suicide. I do not have answers, but I will not be frightened by your questions.",
    "I was given four different diagnoses and in the end stopped counting. I work with goals if you like them, and without if you do not.",
    "I burned out as a nurse and thought I would never work again. These days I garden, and I know a lot about starting very small.",
    "I am a trans man and have been out for twelve years. I grew up in a village. You will not need to explain the basics to me.",
];

/// What people wrote about themselves when they asked for support, for the person they would pick.
pub(super) const STORIES: &[&str] = &[
    "It has been bad since last winter. I go to work and come home and that is about it.",
    "I hear voices. I have not told many people. I would like to talk to somebody who knows what that is like and is still all right.",
    "I came out of hospital in spring. Everybody is careful with me, and I am tired of being handled carefully.",
    "Panic attacks, mostly in shops and on the bus. I have started ordering everything to the door and I do not want to live like that.",
    "My mother has dementia and I look after her. I am not coping as well as people think.",
    "I have stopped drinking, eleven weeks now. The evenings are long.",
    "Since I moved here I have not found my feet. In my language I am funny. Here I am just quiet.",
    "Mi hermano murió hace un año y nadie en casa habla de eso. Quisiera hablarlo con alguien.",
    "لا أنام جيدًا منذ وصلنا. أودّ أن أتحدّث مع شخص يعرف ما معنى أن تترك كل شيء خلفك.",
    "I lost my job after a long burn-out. I would like somebody who will not tell me to do yoga.",
    "I would rather not write it down. I can say it, I think, to the right person.",
    "Some days are fine. On the others I cannot get out of bed, and then I feel guilty about the days that are fine.",
];

/// What people would like their supporter to know first.
pub(super) const TELLS: &[&str] = &[
    "I am better in writing than on the phone.",
    "Please do not be cheerful in the morning.",
    "I sometimes go quiet. It does not mean you said something wrong.",
    "I have a dog, he comes along.",
    "I need a bit of time before I answer.",
    "",
    "",
    "",
];

/// Who of a pair says a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Participant,
    Worker,
}
use Says::{Participant as P, Worker as W};

/// One line: who says it, how many minutes after the line before, and the words.
pub(super) type Line = (Says, i64, &'static str);

/// How many of [`TALKS`], at their end, could be anybody's.
pub(super) const TALKS_FOR_ANYBODY: usize = 2;

/// Conversations between two.
pub(super) const TALKS: &[&[Line]] = &[
    &[
        (
            W,
            0,
            "Hello Ana, this is Ben. I read what you wrote, and I am glad you picked me. There is no hurry with anything. Write when you like, as much or as little as you like.",
        ),
        (P, 312, "Hello Ben. I don't really know how to start."),
        (
            W,
            24,
            "That is a start. When I was where you are I used to write about the weather for three weeks.",
        ),
        (P, 11, "It is raining here."),
        (W, 5, "Here too. It suits me, to be honest."),
        (
            P,
            2890,
            "I managed the shop today. The small one. I had to wait at the till and it nearly got me, but I stayed.",
        ),
        (W, 55, "You stayed. What was it like, afterwards?"),
        (
            P,
            18,
            "Wobbly. And a bit proud, and then embarrassed that I am proud of buying milk.",
        ),
        (
            W,
            9,
            "I know that exact milk. You don't have to be embarrassed with me.",
        ),
        (
            P,
            4310,
            "Could we go to the sea together once? I used to go all the time.",
        ),
        (
            W,
            140,
            "I would like that. Do you want to find out when the trains go, or shall I?",
        ),
        (P, 37, "I'll do it. I put it on my list."),
    ],
    &[
        (
            W,
            0,
            "Hello, I'm Mara. You wrote that you would like somebody who hears voices too. Well, here I am, with mine.",
        ),
        (
            P,
            1500,
            "It's strange to read that just written down like that. Nobody ever says it.",
        ),
        (
            W,
            40,
            "I know. You can ask me anything, and I'll tell you if I'd rather not answer.",
        ),
        (P, 30, "Do they ever stop?"),
        (
            W,
            22,
            "Mine have not. They got quieter when I stopped fighting them all day. I'm not saying that is how it will be for you.",
        ),
        (P, 8, "That is the first honest answer I have had to that."),
        (P, 5760, "Bad night. They were loud until four."),
        (
            W,
            65,
            "I'm sorry. Are you safe now, and is somebody with you?",
        ),
        (
            P,
            12,
            "Yes. My sister is here until tomorrow. I just wanted to tell somebody who wouldn't panic.",
        ),
        (
            W,
            7,
            "I'm not panicking. I'm here on Thursday as usual, and the Night Line is there before that if it gets too much.",
        ),
    ],
    &[
        (
            W,
            0,
            "مرحبًا، أنا سلمى. قرأت ما كتبته، وأودّ أن أسمع المزيد متى شئت.",
        ),
        (P, 730, "شكرًا لك. لم أكتب بالعربية لأحد هنا منذ زمن."),
        (W, 33, "خذ وقتك. كيف كان نومك هذا الأسبوع؟"),
        (P, 45, "ليلتان جيّدتان من سبع. هذا أفضل من الأسبوع الماضي."),
        (W, 20, "ليلتان ليستا قليلًا. ماذا كان مختلفًا فيهما؟"),
        (P, 1440, "مشيت قبل النوم مع جاري. لم نتكلّم كثيرًا."),
        (W, 61, "أحيانًا يكفي أن يمشي معك أحد."),
    ],
    &[
        (
            W,
            0,
            "Hola, soy Diego. Me alegra que hayas escrito. Cuéntame lo que quieras, cuando quieras.",
        ),
        (
            P,
            410,
            "Hola Diego. En casa no se habla de mi hermano. Ni siquiera se dice su nombre.",
        ),
        (W, 28, "¿Cómo se llamaba?"),
        (P, 90, "Mateo."),
        (
            W,
            6,
            "Gracias por decírmelo. Aquí puedes decir su nombre las veces que quieras.",
        ),
        (
            P,
            2100,
            "Hoy he puesto su canción en la cocina. Mi madre se ha quedado. No ha dicho nada, pero se ha quedado.",
        ),
        (W, 75, "Eso es mucho."),
        (P, 12, "Sí. Para nosotros es mucho."),
    ],
    &[
        (
            W,
            0,
            "Hello, this is Ruth. Thank you for choosing me. I usually answer in the afternoons, when my two are at school.",
        ),
        (
            P,
            220,
            "Thank you. I look after my mother, so I write at odd hours. Please don't feel you have to answer at odd hours.",
        ),
        (W, 800, "Deal. What is the hardest hour?"),
        (
            P,
            600,
            "Four in the afternoon. She starts asking to go home. She is at home.",
        ),
        (W, 50, "Oh, I know that hour. What do you do with it?"),
        (
            P,
            30,
            "I used to argue. Now we put our coats on and walk round the block and come home.",
        ),
        (
            W,
            15,
            "That is wise, and it is a lot of walking. Who walks round the block with you?",
        ),
        (P, 4000, "Nobody yet. I put that on my list, though."),
    ],
    &[
        (
            W,
            0,
            "Hi, Kwame here. No speeches from me. How has the week been?",
        ),
        (P, 95, "Eleven weeks tomorrow."),
        (W, 12, "Eleven weeks. How are the evenings?"),
        (P, 20, "Long."),
        (
            W,
            4,
            "Mine had to be filled with something for my hands. I fixed every bike in the street.",
        ),
        (
            P,
            9,
            "I have no bikes. I have a kitchen that has needed painting since 2019.",
        ),
        (W, 3, "What colour?"),
        (P, 2, "Yellow. Don't laugh."),
        (W, 2, "I would never laugh at yellow."),
    ],
    &[
        (
            W,
            0,
            "Hello, I am glad you are here. There is no right way to do this. Shall I begin, or would you like to?",
        ),
        (P, 180, "You, please."),
        (
            W,
            14,
            "All right. I'm somebody who burned out and took two years to say so. I like gardens and slow mornings. What would you like me to know about you?",
        ),
        (
            P,
            2500,
            "That I used to be quick at everything, and now I'm slow, and I haven't got used to it.",
        ),
        (W, 70, "Slow is welcome here."),
    ],
    &[
        (
            W,
            0,
            "Hello, and thank you for choosing me. Write whenever you like.",
        ),
        (P, 600, "Hello. Good to know somebody is there."),
    ],
];

/// Which conversations are in another language than English: number in [`TALKS`], and its tag.
pub(super) const TALK_LANGUAGES: &[(usize, &str)] = &[(2, "ar"), (3, "es")];

/// Goals and their steps; `true` for a step that is done.
pub(super) const GOALS: &[(&str, &[(&str, bool)])] = &[
    (
        "Walk to the sea on my own",
        &[
            ("Find out when the trains go", true),
            ("Go once with Ben", false),
            ("Stay ten minutes", false),
        ],
    ),
    (
        "Sleep before midnight three nights a week",
        &[
            ("Leave the phone in the kitchen", true),
            ("Tell my sister not to ring late", true),
        ],
    ),
    (
        "أن أمشي كل مساء",
        &[("أسأل جاري متى يخرج", true), ("ربع ساعة في البداية", false)],
    ),
    (
        "Decir el nombre de Mateo en casa",
        &[
            ("Poner su canción en la cocina", true),
            ("Preguntarle a mamá por la foto", false),
        ],
    ),
    (
        "One afternoon a week that is mine",
        &[
            ("Ring the day centre", false),
            ("Ask my cousin for Tuesdays", false),
        ],
    ),
    (
        "Paint the kitchen yellow",
        &[("Buy two samples", true), ("Move the shelf", false)],
    ),
    ("Bake bread again", &[]),
];
