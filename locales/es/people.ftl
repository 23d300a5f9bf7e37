# Asking for support
## The front page.
people-front-none-title = Cairn está en marcha
people-front-none = Aquí todavía no hay ningún programa. Si eres quien lo instala: «cairn demo» lo enseña todo con personas inventadas; en docs/howto se explica cómo crear un programa propio.
people-front-several = Programas de apoyo entre iguales
people-front-several-lead = Varios programas usan este sitio. Elige el que tengas cerca o el que te hayan indicado.
people-front-title = Habla con alguien que ha pasado por ahí
people-front-lead = Las personas de aquí han vivido su propio sufrimiento. Han recorrido un trecho desde entonces, tienen formación y caminan a tu lado, a tu ritmo.
people-front-ask = Pedir apoyo
people-front-go-on = Seguir con tus respuestas
people-front-home = Ir a tu página
people-front-sign-in = Entrar
people-front-how = Cómo funciona
people-front-how-1 = Nos cuentas qué es importante para ti. Son unos cinco minutos. Puedes dejar en blanco cualquier pregunta y no hace falta tu nombre legal.
people-front-how-2 = Buscamos hasta tres personas que puedan irte bien. Lees lo que cada una cuenta de sí y eliges tú. Puedes pedir otras o tomarte tu tiempo.
people-front-how-3 = Cuando la persona que eliges también dice que sí, podéis escribiros, hablar o veros como os guste a ambos. Cualquiera de los dos puede decir que no encaja.
people-front-honest = No podemos prometer cuánto tardará. Depende de quién esté libre. Siempre podrás ver cómo va tu solicitud.
people-front-now = Si necesitas a alguien ahora mismo
people-front-now-text = El apoyo entre iguales no es un servicio de urgencias. Aquí sí responden:
people-front-now-none = El apoyo entre iguales no es un servicio de urgencias. Si hay peligro de muerte, llama al número de emergencias de tu país.
people-front-leave = Salir deprisa de este sitio
people-front-leave-text = «{ $leave }», arriba, o la tecla Mayús tres veces, cierra tu sesión y abre otro sitio.
people-line-call = Llamar
people-line-text = Enviar mensaje
people-line-emergency = Peligro de muerte

## A way to come back.
people-begin-title = Primero, una manera de volver
people-begin-lead = Para que puedas parar cuando quieras y encontrar luego tus respuestas. Es lo único que necesitamos.
people-begin-name = ¿Cómo quieres que te llamemos?
people-begin-name-hint = El nombre que quieras. No tiene que ser el legal. Lo verán la persona que elijas y el programa.
people-begin-login = Un nombre para entrar
people-begin-login-hint = Solo lo usas tú. Si lo dejas en blanco, será el nombre de arriba.
people-begin-passphrase = Una frase de paso
people-begin-passphrase-hint = Cuatro o cinco palabras que solo tú juntarías, por ejemplo sobre un lugar que te guste. Al menos 15 caracteres; puedes usar espacios. No podemos leerla, así que guárdala en un sitio seguro.
people-begin-again = Escríbela otra vez, por favor. Nunca la guardamos, ni por un momento.
people-begin-go = Continuar
people-begin-or = o
people-begin-email-title = Con un correo electrónico
people-begin-email = Tu correo electrónico
people-begin-email-hint = Te enviamos un enlace para entrar. Usamos la dirección solo para avisos sobre tu propio apoyo. ¿Alguien más lee tu correo? Entonces es más segura la frase de paso.
people-begin-email-go = Enviarme un enlace
people-begin-sent-title = Te hemos enviado un enlace
people-begin-sent = Ábrelo en este teléfono u ordenador y podrás empezar. Funciona una sola vez y por poco tiempo. Si no llega nada, mira en el correo no deseado o inténtalo otra vez.
people-begin-link-title = Pedir apoyo
people-begin-link-lead = Pulsa el botón y podrás empezar. Este enlace funciona una sola vez.
people-begin-link-button = Empezar
people-begin-have = Ya he estado aquí: entrar
people-begin-taken = Si eras tú, entra y sigue donde lo dejaste.
people-begin-known-title = Pedir apoyo
people-begin-known = Ya has entrado, así que no hace falta nada más para empezar. Siguen seis páginas cortas; puedes dejar en blanco lo que quieras.
people-begin-known-staff = Trabajas aquí y también puedes pedir apoyo para ti. Lo que respondas queda aparte de tu trabajo: se anota quién lo lee y tú puedes verlo.

## What every page of the form has.
people-ask-page = Página { $n } de { $of }
people-ask-go = Guardar y continuar
people-ask-back = Atrás
people-ask-leave = Guardar y dejarlo por ahora
people-ask-saved = Se guarda al dejar cada página. Puedes parar y volver.
people-ask-kept = Guardado ahora mismo.
people-ask-keeping-failed = Aún sin guardar: no hay red. Se intentará de nuevo solo.
people-ask-signed-out = Tu sesión ha terminado. Lo que escribiste está guardado: pulsa «Guardar y continuar» y vuelve a entrar.
people-ask-optional = puedes dejarlo en blanco
people-ask-elsewhere = Mientras tanto, esta página se cambió en otra ventana. Abajo está lo que escribiste aquí; no se ha perdido nada. Si guardas otra vez, sustituirá a lo otro.
said-intake-kept = Tus respuestas están guardadas. Sigue cuando quieras.
said-intake-changed = Tus respuestas han cambiado.

## 1: what you have been through.
people-ask-1-title = Lo que has vivido
people-ask-1-lead = Abre lo que te corresponda y marca lo que quieras, mucho o poco.
people-ask-1-why = Lo preguntamos para encontrar a alguien que lo conozca desde dentro. Lo lee quien coordina la búsqueda. En cada cosa, di cuánto te importa eso.
people-ask-1-most = Como máximo { $limit }, para que cada una cuente.
people-ask-1-ticked =
    { $count ->
        [one] 1 marcada
       *[other] { $count } marcadas
    }
people-ask-how-much = ¿Cuánto te importa que lo conozca: { $what }?
people-ask-story = Con tus palabras
people-ask-story-hint = Lo lee solo la persona que elijas, después de elegirla, y quien coordina.
people-ask-show = La persona que elija puede ver todo lo que he marcado arriba
people-ask-show-hint = Si lo dejas sin marcar, verá solo lo que también ha vivido.

## 2: who you would like.
people-ask-2-title = A quién te gustaría tener
people-ask-2-kind = ¿Qué tipo de apoyo?
people-ask-2-kind-hint = Lo preguntamos para buscar entre las personas adecuadas. Lo ve quien coordina. Si lo dejas abierto, buscamos entre las personas de apoyo entre iguales.
people-ask-kind-peer-worker = Alguien que ha pasado por ahí y camina a mi lado
people-ask-kind-peer-worker-hint = Una persona de apoyo entre iguales: escucha, te cuenta qué le ayudó, va a tu ritmo.
people-ask-kind-recovery-coach = Alguien que trabaje metas conmigo
people-ask-kind-recovery-coach-hint = Un acompañante de recuperación: lo mismo, con más plan y fechas para revisarlo juntos.
people-ask-kind-carer-peer = Alguien para mí, como familiar o amistad
people-ask-kind-carer-peer-hint = Apoyo para familiares y amigos: también ha estado al lado de alguien que lo pasaba mal.
people-ask-2-wishes = ¿Hay algo que desees en esa persona?
people-ask-2-wishes-hint = Lo preguntamos porque hay cosas que hacen más fácil hablar. Lo ve quien coordina y nadie más. «Es condición» significa que no te ofreceremos a nadie más, y eso puede alargar la espera.
people-ask-must = es condición
people-ask-how-much-wish = ¿Cuánto te importa: { $what }?
people-ask-2-sector = Tu sector de trabajo
people-ask-2-sector-hint = Lo preguntamos porque alguien del mismo sector puede entenderlo antes. Lo ve quien coordina.
people-ask-2-sector-none = Prefiero no decirlo

## 3: languages.
people-ask-3-title = Idiomas en los que estás a gusto
people-ask-3-legend = ¿En qué idiomas podrías hablar?
people-ask-3-hint = Lo preguntamos para que compartáis al menos uno. Lo ve quien coordina. Si no marcas ninguno, entenderemos que te va bien hablar en { $language }.
people-ask-3-other = Otro idioma
people-ask-3-other-none = ninguno

## 4: ways of meeting.
people-ask-4-title = Cómo os gustaría encontraros
people-ask-4-legend = ¿Qué maneras te van bien?
people-ask-4-hint = Lo preguntamos para que nadie tenga que hacer lo que le cuesta. Lo ve quien coordina. Si no marcas ninguna, entenderemos que cualquiera vale.
people-ask-mode-chat = Por escrito
people-ask-mode-chat-hint = Mensajes aquí, cuando le venga bien a cada cual
people-ask-mode-phone = Por teléfono
people-ask-mode-phone-hint = A una hora que acordéis
people-ask-mode-video = Por vídeo
people-ask-mode-video-hint = Viéndoos en una pantalla
people-ask-mode-in-person = En persona
people-ask-mode-in-person-hint = En un sitio que os vaya bien a los dos
people-ask-4-place = Si os veis en persona: ¿cerca de qué lugar?
people-ask-4-place-hint = Lo preguntamos para que a nadie le quede lejos. No tu dirección, solo el lugar más cercano de esta lista.
people-ask-4-place-none = Prefiero no decirlo
people-ask-4-place-kept = El lugar que diste antes
people-ask-4-km = ¿Hasta dónde podrías ir, en kilómetros?
people-ask-4-km-hint = Solo cuenta para veros en persona. En blanco quiere decir cualquier distancia.

## 5: times.
people-ask-5-title = Cuándo te vendría bien
people-ask-5-legend = ¿A qué horas de la semana sueles poder veros o hablar?
people-ask-5-hint = Lo preguntamos para que coincidáis en algún rato. Lo ve quien coordina. Si no marcas ninguna, entenderemos que cualquier hora es posible.
people-ask-5-parts = Temprano es de 6 a 9; mañana, de 9 a 12; mediodía, de 12 a 14; tarde, de 14 a 17; noche, de 17 a 21; muy tarde, de 21 a 24.
people-ask-part-early = temprano
people-ask-part-morning = mañana
people-ask-part-midday = mediodía
people-ask-part-afternoon = tarde
people-ask-part-evening = noche
people-ask-part-night = muy tarde
people-ask-5-also = También
people-ask-5-zone = Tu zona horaria
people-ask-5-zone-hint = Lo preguntamos para que las cuatro sean tus cuatro.

## 6: who must never be offered, and what else matters.
people-ask-6-title = A quién no debemos ofrecerte nunca
people-ask-6-note = Algo de lo que deba ocuparse quien coordina
people-ask-6-note-hint = No hace falta: tu lista privada basta. Lo lee quien coordina y se ocupa de ello. Nunca las personas que se te ofrecen.
people-ask-6-tell = ¿Qué más te gustaría que supiera la persona que elijas?
people-ask-6-tell-hint = Qué te ayuda, con qué hay que tener cuidado, cómo te gusta que te hablen. Lo lee solo la persona que elijas, después de elegirla, y quien coordina.

## Everything at a glance.
people-check-title = ¿Está como quieres?
people-check-lead = Aquí está todo lo que has dicho. Puedes cambiar cualquier cosa, ahora o después de enviarlo.
people-check-lead-sent = Aquí está todo lo que has dicho. Puedes cambiar cualquier cosa hasta que tú y alguien os pongáis de acuerdo.
people-check-change = Cambiar
people-check-empty = Lo has dejado abierto.
people-check-weighed = { $what }: { $how }
people-check-kind-open = No has dicho de qué tipo: buscaremos entre las personas de apoyo entre iguales.
people-check-languages-open = No has dicho qué idioma: entenderemos que te va bien hablar en { $language }.
people-check-modes-open = No has dicho cómo: entenderemos que cualquier manera vale.
people-check-times-open = No has dicho cuándo: entenderemos que cualquier hora es posible.
people-check-zone = Zona horaria: { $zone }
people-check-sector = Sector de trabajo: { $what }
people-check-place = Cerca de { $place }
people-check-km = Hasta { $km } km
people-check-show = La persona que elijas puede ver todo lo que has marcado.
people-check-hide = La persona que elijas verá solo lo que también ha vivido.
people-check-musts = Has pedido que una misma persona sea todo esto: { $what }. Pocas lo son, o ninguna. Quizá quieras dejar algo como deseo.
people-check-send = Enviar mi solicitud
people-check-sent = Volver a mi página
people-check-later = Todavía no: guardarlo para después

## Afterwards.
people-done-title = Tu solicitud nos ha llegado
people-done-lead = Gracias por contárnoslo. Hace falta valor para pedir apoyo.
people-done-next = Qué pasa ahora
people-done-1 = Quien coordina en { $programme } busca personas que puedan irte bien.
people-done-2 = Cuando haya alguien, lo verás en tu página. Eliges tú; nadie te escribe antes.
people-done-3 = No podemos decir cuánto tardará: depende de quién esté libre. Puedes ver cómo va y cambiar tus respuestas cuando quieras.
people-done-back = Recuerda cómo entras: es tu camino de vuelta.
people-done-now = Si se hace demasiado pesado antes
people-done-now-text = Mientras esperas, nadie aquí está pendiente de ti día y noche. Esta página dice quién responde ahora.
people-done-help = Quién responde ahora
people-done-home = Ir a mi página
people-done-change = Ver mis respuestas

## The letter with a link to begin. It says nothing about what this is.
people-letter-begin =
    Hola:

    Puedes empezar aquí. El enlace funciona una sola vez, durante una hora:

    { $link }

    Si no lo has pedido, no tienes que hacer nada.

# Sign-in and account
people-sign-in-title = Qué bien que vuelves
people-sign-in-login = Tu nombre para entrar, o tu correo electrónico
people-sign-in-email-hint = Te enviamos un enlace. Con él no necesitas la frase de paso.
people-sign-in-email-send = Envíame un enlace
people-or = o
people-email = Correo electrónico
people-passphrase = Frase de paso
people-passphrase-new = Nueva frase de paso
people-passphrase-hint = Al menos { $shortest } caracteres. Cuatro o cinco palabras que solo tú juntarías son fáciles de recordar. Puedes usar espacios.
people-login-new = Un nombre para entrar
people-login-hint = El nombre que quieras. Los demás no lo ven.
people-email-new = Nuevo correo electrónico
people-wait = Ha habido demasiados intentos fallidos. Puedes probar otra vez { $when }. No se ha perdido nada y a nadie se le ha cerrado la puerta para siempre.
said-link-sent = Si conocemos esta dirección, ya va hacia ella una carta con un enlace. Mira también en la carpeta de correo no deseado.
said-signed-out = Has salido de tu cuenta.
said-saved = Guardado.
said-session-ended = Esa sesión está cerrada.
said-others-ended = Todas las demás sesiones están cerradas.
said-passphrase-changed = Tu frase de paso ha cambiado. En todos los demás sitios se ha cerrado tu sesión.
said-email-sent = Hemos enviado una carta a la nueva dirección. Abre el enlace que lleva, en este mismo navegador.
said-email-kept = Tu nueva dirección ya está en uso.
said-joined = Ya formas parte. Nos alegra que estés aquí.
said-invitation-withdrawn = La invitación está retirada. Su enlace ya no lleva a ningún sitio.

people-link-title = Entrar
people-link-lead = Pulsa el botón para entrar. Este enlace funciona una sola vez.
people-link-button = Entrar
people-link-gone-title = Este enlace ya no funciona
people-link-gone-lead = Ya se ha usado o es demasiado antiguo. No se ha perdido nada: puedes entrar de otra forma o pedir un enlace nuevo.
people-link-to-sign-in = Ir a la página para entrar
people-email-link-title = ¿Es esta tu dirección?
people-email-link-lead = Pulsa el botón para usar esta dirección al entrar a partir de ahora.
people-email-link-button = Usar esta dirección

people-account-name-title = Tu nombre aquí
people-account-name = ¿Cómo quieres que te llamemos?
people-account-name-hint = El nombre que quieras. Lo ven las personas con las que tienes contacto aquí.
people-account-programmes = Ir a otro de tus programas
people-account-language = ¿En qué idioma quieres leer?
people-account-ways-title = Cómo entras
people-account-login = Nombre para entrar
people-account-no-email = ninguno
people-account-passphrase-title = Cambiar tu frase de paso
people-account-passphrase-lead = Se cerrará tu sesión en todos los demás sitios, y los programas con acceso lo perderán.
people-account-old = Tu frase de paso actual
people-account-passphrase-change = Cambiar la frase de paso
people-account-login-title = Añadir un nombre y una frase de paso
people-account-login-lead = Con ellos puedes entrar sin esperar una carta. Se cerrará tu sesión en todos los demás sitios.
people-account-email-add-title = Añadir un correo electrónico
people-account-email-change-title = Cambiar tu correo electrónico
people-account-email-lead = Con una dirección puedes entrar por un enlace si olvidas tu frase de paso. Antes enviamos una carta para ver que llega. Si otra persona lee tu correo, es más seguro no ponerla.
people-account-proof-hint = Para que nadie más pueda hacer esto en tu teléfono.
people-account-email-send = Enviar una carta a esta dirección
people-sessions-title = Dónde tienes la sesión abierta
people-sessions-lead = ¿Hay algo que no conoces? Ciérralo y cambia tu frase de paso.
people-sessions-here = esta
people-sessions-since = Abierta: { $when }
people-sessions-seen = Última vez: { $when }
people-sessions-end = Cerrar allí
people-sessions-end-others = Cerrar en todos los demás sitios
people-browser-on = { $program } en { $system }
people-browser-unknown = Un navegador que no reconocemos
people-token = Un programa con acceso
people-token-since = Acceso dado: { $when }
people-token-end = Quitarle el acceso

people-programmes-title = Tus programas
people-programmes-lead = Formas parte de más de un programa. ¿A cuál quieres ir?
people-programmes-here = estás aquí
people-programmes-go = Ir allí
people-programmes-none = No formas parte de ningún programa
people-programmes-none-detail = Si te invitaron, abre otra vez el enlace de la invitación. Si ya estabas aquí, pregunta a tu programa.

people-staff-caption = Quién está en el equipo
people-staff-none = Todavía no hay nadie en el equipo.
people-staff-name = Nombre
people-staff-roles = Qué hace aquí
people-role-participant = participante
people-role-carer = familiar o amistad
people-role-worker = persona de apoyo entre iguales
people-role-worker-hint = Acompaña a otras personas desde su propia experiencia.
people-role-supervisor = supervisión
people-role-supervisor-hint = Cuida de quienes dan apoyo.
people-role-coordinator = coordinación
people-role-coordinator-hint = Ve quién espera, pone a las personas en contacto e invita al equipo.
people-role-partner = servicio colaborador
people-role-partner-hint = Trabaja en un servicio que colabora con el programa.
people-role-evaluator = evaluación
people-role-evaluator-hint = Ve números, nunca nombres.
people-role-administrator = administración
people-role-administrator-hint = Prepara el programa e invita al equipo. No lee lo que escriben las personas.
people-invited-title = Invitaciones abiertas
people-invited-none = No hay invitaciones abiertas.
people-invited-until = Abierta hasta
people-invited-withdraw = Retirar
people-invite-title = Invitar a alguien
people-invite-lead = Recibe un enlace propio. Con él elige un nombre y una frase de paso y entra en el equipo.
people-invite-name = Su nombre
people-invite-name-hint = Puede cambiarlo al entrar.
people-invite-roles = ¿Qué hará aquí?
people-invite-email = Su correo electrónico
people-invite-email-hint = Puedes dejarlo en blanco y darle tú el enlace.
people-invite-send = Hacer la invitación
people-invite-made = La invitación para { $name } está lista
people-invite-made-sent = Ya va de camino una carta con este enlace. También puedes dárselo tú:
people-invite-made-hand-over = Dale tú este enlace, y a nadie más:
people-invite-made-once = Solo se muestra ahora, funciona una vez y vale 14 días.

people-invitation-title = Tienes una invitación
people-invitation-lead = { $programme } quiere contar contigo como: { $roles }.
people-invitation-have-account = Ya tengo una cuenta aquí
people-invitation-signed-in = Tienes la sesión abierta. Puedes unirte con esta cuenta.
people-invitation-name = ¿Cómo quieres que te llamemos?
people-invitation-name-hint = Lo ven las personas con las que tienes contacto aquí.
people-invitation-agree-title = Antes de unirte
people-invitation-agree = Lo que las personas cuentan aquí se queda aquí. Leo solo lo que necesito para mi parte, y sé que cada lectura queda anotada y que la persona puede verlo.
people-invitation-join = Unirme

# Letters. Others may see the subject on a locked screen: it tells nothing.
people-letter-subject = Un enlace para ti
people-letter-sign-in =
    Hola:

    Aquí tienes el enlace que pediste. Funciona una sola vez, durante { $minutes } minutos:

    { $link }

    ¿No lo pediste tú? Entonces no tienes que hacer nada. Nadie puede entrar sin esta carta.

    { $programme }
people-letter-invitation =
    Hola:

    Te invitan a formar parte del equipo de { $programme }. Este enlace es solo para ti. Funciona una sola vez, durante 14 días:

    { $link }

    ¿No lo esperabas? Entonces no tienes que hacer nada.
people-letter-email =
    Hola:

    Abre este enlace en el navegador en el que tienes la sesión abierta. Funciona una sola vez, durante { $minutes } minutos:

    { $link }

    ¿No lo pediste tú? Entonces no tienes que hacer nada: sin ti no ocurre nada.

    { $programme }
people-letter-email-changed =
    Hola:

    Ha cambiado la dirección con la que entras en tu cuenta. A esta dirección ya no llegan cartas.

    ¿No has sido tú? Dínoslo enseguida para que podamos ayudarte a volver a entrar.

    { $programme }
