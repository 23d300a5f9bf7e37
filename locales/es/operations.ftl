# Las páginas desde las que se parte, y quién ha visto un expediente.
operations-home = Inicio
operations-hello = Hola
operations-hello-name = Hola, { $name }
operations-nothing = Ahora mismo no te espera nada aquí. Cuando haya algo, lo verás en esta página.

operations-mine-none = Si te gustaría tener a tu lado a alguien que ha pasado por algo parecido, puedes pedirlo aquí.
operations-mine-none-go = Pedir apoyo
operations-mine-draft = Has empezado a pedir apoyo. Lo que escribiste está guardado.
operations-mine-draft-go = Seguir donde lo dejaste
operations-mine-waiting = Tu petición ha llegado.
operations-mine-waiting-more = Alguien del programa está buscando personas que puedan irte bien. No tienes que hacer nada. Cuando haya personas que mirar, las encontrarás aquí.
operations-mine-waiting-go = Mirar tus respuestas o cambiarlas
operations-mine-offered = { $count ->
    [one] Hay una persona con la que podrías hablar.
   *[other] Hay { $count } personas con las que podrías hablar.
}
operations-mine-offered-more = Tú eliges. También puedes pedir que sean otras, o pedir tiempo.
operations-mine-offered-go = Ver quiénes son
operations-mine-picked = Has elegido a alguien. Le hemos preguntado y te responderá aquí.
operations-mine-picked-go = Ver a quién elegiste
operations-mine-resting = Pediste tiempo. No hay prisa, y tu sitio se guarda.
operations-mine-resting-go = Quiero seguir
operations-talk-with = Tú y { $name }
operations-unread = { $count ->
    [one] 1 mensaje nuevo
   *[other] { $count } mensajes nuevos
}
operations-new = nuevos
operations-all-read = Ningún mensaje nuevo
operations-gone = Alguien que ya no está aquí
operations-no-name = Sin nombre
operations-goals = Mis metas
operations-goals-none = Nada escrito, y no hace falta.
operations-goals-open = { $count ->
    [one] 1 meta
   *[other] { $count } metas
}
operations-goals-steps = { $count ->
    [one] { $done } de 1 paso hecho
   *[other] { $done } de { $count } pasos hechos
}
operations-seen = Quién ha visto mi expediente
operations-seen-door = Cada lectura queda apuntada, y puedes mirarlo.

operations-asked-title = Alguien te ha elegido
operations-asked = { $count ->
    [one] 1 persona espera tu respuesta.
   *[other] { $count } personas esperan tu respuesta.
}
operations-asked-go = Leer y responder
operations-no-profile = Todavía no se puede ofrecer tu apoyo a nadie: tu perfil no está publicado.
operations-no-profile-go = Escribir tu perfil
operations-my-people = Tus personas
operations-my-people-none = Ahora no acompañas a nadie.
operations-col-name = Nombre
operations-col-messages = Mensajes
operations-col-since = Desde
operations-col-goals = Metas
operations-open-messages = Abrir los mensajes
operations-open-goals = Mirar las metas

operations-board = Cómo está el programa
operations-waiting = { $count ->
    [one] persona en espera
   *[other] personas en espera
}
operations-longest = la que más espera: { $ago }
operations-proposed = { $count ->
    [one] pareja por mirar y enviar
   *[other] parejas por mirar y enviar
}
operations-offered = { $count ->
    [one] persona tiene ofertas para elegir
   *[other] personas tienen ofertas para elegir
}
operations-picked = { $count ->
    [one] persona espera la respuesta de quien eligió
   *[other] personas esperan la respuesta de quien eligieron
}
operations-resting = { $count ->
    [one] persona pidió tiempo
   *[other] personas pidieron tiempo
}
operations-draft = { $count ->
    [one] petición a medio escribir
   *[other] peticiones a medio escribir
}
operations-running = { $count ->
    [one] pareja ahora
   *[other] parejas ahora
}
operations-matched = { $count ->
    [one] petición ha llevado a una pareja
   *[other] peticiones han llevado a una pareja
}
operations-free = { $count ->
    [one] persona de apoyo con sitio libre
   *[other] personas de apoyo con sitio libre
}
operations-free-of = de { $count }
operations-fewer = menos de 5
operations-fewer-short = < 5
operations-outcome-note = Solo cifras, sin nombres. Cuando se trata de menos de cinco personas, la cifra no se muestra.
operations-administrator = Configuración
operations-staff = Equipo e invitaciones
operations-staff-door = Quién trabaja aquí, en qué función, y a quién se ha invitado.

operations-seen-lead = Cada vez que alguien lee o cambia algo tuyo, queda apuntado aquí.
operations-seen-own = Mostrar también lo que hice yo
operations-seen-others = Mostrar solo lo que hicieron otras personas
operations-seen-empty = Hasta ahora nadie más ha abierto tu expediente.
operations-seen-empty-text = Cuando alguien lo haga, aquí verás quién fue, cuándo y qué leyó.
operations-tag-refused = sin acceso
operations-pages = Páginas
operations-newest = Lo más reciente
operations-older = Anteriores
operations-programme-itself = El programa, por sí solo,

operations-role-participant = participa aquí
operations-role-carer = familiar o amistad
operations-role-worker = apoyo entre iguales
operations-role-supervisor = supervisión
operations-role-coordinator = coordinación
operations-role-partner = servicio colaborador
operations-role-evaluator = evaluación
operations-role-administrator = administración

operations-did = trabajó con tu expediente
operations-did-write-intake = cambió tu petición de apoyo
operations-did-read-intake = leyó lo que respondiste al pedir apoyo
operations-did-invite-staff = cambió lo que eres aquí
operations-did-read-staff = te vio en la página del equipo
operations-did-write-worker-profile = cambió tu perfil
operations-did-read-waiting-list = te vio en la lista de espera
operations-did-set-priority = dijo cuánta urgencia tiene tu petición, o qué formación debe tener la persona para ti
operations-did-read-waiting-list-proposals = te vio en la lista de personas encontradas
operations-did-run-matching = buscó personas que encajen contigo
operations-did-release-offers = envió una oferta en la que estás
operations-did-choose-worker = eligió a quién se te propone primero
operations-did-read-load = vio a cuántas personas apoyas
operations-did-read-waiting-list-unserved = te vio en la lista de personas para las que no se encontró a nadie
operations-did-read-waiting-list-what-if = te vio al calcular qué cambiarían otras personas de apoyo
operations-did-answer-offers = respondió a una oferta en la que estás
operations-did-read-request = leyó la petición que le enviaste
operations-did-answer-request = respondió a tu petición
operations-did-say-known = dijo algo sobre de qué os conocéis
operations-did-read-known = leyó lo que se dijo sobre de qué os conocéis
operations-did-read-known-notes = leyó la nota de que os conocéis de otra parte
operations-did-read-known-notes-known-list = te vio en la lista de personas que se conocen de otra parte
operations-did-read-conversation = abrió vuestra conversación
operations-did-write-message = te escribió
operations-did-read-goals = leyó tus metas
operations-did-write-goals = cambió tus metas

operations-refused = intentó llegar a { $thing } y no pudo
operations-thing = algo tuyo
operations-thing-write-intake = tu petición de apoyo
operations-thing-set-priority = tu petición
operations-thing-read-intake = tus respuestas
operations-thing-read-request = tu petición
operations-thing-answer-request = tu petición
operations-thing-answer-offers = tus ofertas
operations-thing-release-offers = tus ofertas
operations-thing-say-known = lo que se dice sobre de qué os conocéis
operations-thing-read-known = lo que se dijo sobre de qué os conocéis
operations-thing-read-known-notes = la nota sobre de qué os conocéis
operations-thing-read-conversation = tus mensajes
operations-thing-write-message = tus mensajes
operations-thing-read-goals = tus metas
operations-thing-write-goals = tus metas
operations-thing-write-worker-profile = tu perfil

operations-own = Trabajaste con tu expediente
operations-own-write-intake = Escribiste en tu petición de apoyo
operations-own-read-intake = Leíste tus respuestas
operations-own-answer-offers = Miraste tus ofertas o respondiste a una
operations-own-read-conversation = Abriste una conversación
operations-own-say-known = Dijiste algo sobre de qué conoces a quien te acompaña
operations-own-read-known = Leíste lo que se dijo sobre de qué conoces a quien te acompaña
operations-own-write-message = Escribiste un mensaje
operations-own-read-goals = Leíste tus metas
operations-own-write-goals = Escribiste en tus metas
operations-own-write-worker-profile = Escribiste en tu perfil
