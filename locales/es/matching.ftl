# Words for what people choose from
## Experiences, as they stand inside a sentence: “has also lived with …”.
experience-anxiety = ansiedad o pánico
experience-depression = depresión
experience-bipolar = grandes altibajos (bipolaridad)
experience-postnatal-depression = depresión después de tener un bebé
experience-ocd = pensamientos o actos que se repiten sin querer (TOC)
experience-agoraphobia = dificultad para salir de casa
experience-psychosis = psicosis, o perder el contacto con lo que otros llaman real
experience-hearing-voices = oír voces
experience-dissociation = sentirse lejos o irreal (disociación)
experience-schizophrenia-label = recibir la etiqueta de esquizofrenia
experience-borderline-label = recibir la etiqueta de trastorno límite
experience-trauma = algo terrible que deja huella (trauma)
experience-ptsd = recuerdos que vuelven, pesadillas, estar siempre en alerta (TEPT)
experience-domestic-violence = violencia en casa
experience-childhood-abuse = haber sufrido abusos en la infancia
experience-bullying = acoso
experience-racism = racismo
experience-self-harm = hacerse daño
experience-suicide-attempt = haber intentado quitarse la vida
experience-eating-disorder = una relación difícil con la comida o con el propio cuerpo
experience-bereavement = perder a alguien cercano
experience-bereavement-by-suicide = perder a alguien por suicidio
experience-perinatal-loss = perder a un bebé
experience-addiction-alcohol = problemas con el alcohol
experience-addiction-drugs = problemas con las drogas
experience-gambling = problemas con el juego
experience-hospital-stay = estar ingresado por salud mental
experience-compulsory-treatment = recibir tratamiento contra la propia voluntad
experience-seclusion = ser encerrado o sujetado a la fuerza
experience-prison = la cárcel
experience-homelessness = no tener casa
experience-unemployment = estar sin trabajo
experience-burnout-at-work = agotarse en el trabajo
experience-migration = empezar de nuevo en otro país
experience-refugee = tener que huir
experience-military-service = servir en el ejército
experience-adhd = TDAH
experience-autism = ser autista
experience-chronic-pain = dolor que no se va
experience-brain-injury = una lesión cerebral
experience-coming-out = contar a otros a quién se ama o quién se es
experience-gender-transition = una transición de género
experience-caring-for-parent = cuidar de un padre o una madre
experience-caring-for-child = cuidar de un hijo o una hija que lo pasa mal
experience-caring-for-partner = cuidar de la pareja
experience-young-carer = cuidar de alguien siendo aún joven

## Headings over groups of experiences.
experience-group-mood = Ánimo y preocupación
experience-group-mind = Ver, oír y sentir de otra manera
experience-group-hurt = El daño que hacen otros
experience-group-dark = Los momentos más oscuros
experience-group-loss = Pérdidas
experience-group-habits = Hábitos difíciles de dejar
experience-group-services = Hospitales, juzgados, cárcel
experience-group-life = Trabajo, casa y el lugar de uno
experience-group-self = Cuerpo, cerebro y quién se es
experience-group-caring = Cuidar de alguien

## What one may wish for in a supporter, as it stands inside a sentence.
trait-gender-woman = una mujer
trait-gender-man = un hombre
trait-gender-nonbinary = una persona no binaria
trait-age-18-24 = de 18 a 24 años
trait-age-25-34 = de 25 a 34 años
trait-age-35-44 = de 35 a 44 años
trait-age-45-54 = de 45 a 54 años
trait-age-55-64 = de 55 a 64 años
trait-age-65-plus = de 65 años o más
trait-culture-first-nations = de pueblos originarios
trait-culture-maori = de cultura maorí
trait-culture-arab = de cultura árabe
trait-culture-chinese = de cultura china
trait-culture-latin = de cultura latinoamericana
trait-culture-african = de cultura africana
trait-culture-european = de cultura europea
trait-lgbtq-yes = de la comunidad LGBTQ+
trait-parent-yes = madre o padre

## Headings over groups of wishes.
trait-group-gender = Género
trait-group-age = Edad
trait-group-culture = Cultura
trait-group-lgbtq = LGBTQ+
trait-group-parent = Hijos

## Lines of work.
sector-health = sanidad y cuidados
sector-education = escuelas y enseñanza
sector-construction = construcción
sector-police = policía
sector-fire = bomberos y rescate
sector-retail = tiendas
sector-hospitality = hoteles, bares y cocinas
sector-farming = campo y pesca
sector-mining = minería
sector-office = oficina
sector-transport = conducción y transporte
sector-defence = fuerzas armadas

## Trainings.
training-suicide-prevention = prevención del suicidio
training-eating-disorders = trastornos de la alimentación
training-trauma = trabajo con el trauma
training-family = trabajo con familias
training-aod = alcohol y otras drogas

## Ways of meeting.
mode-chat = por escrito
mode-phone = por teléfono
mode-video = por vídeo
mode-in-person = en persona

## Kinds of supporter.
kind-peer-worker = persona de apoyo entre iguales
kind-recovery-coach = acompañante de recuperación
kind-carer-peer = persona de apoyo para familiares y amigos

## How much something matters, 1 to 5.
weight-1 = estaría bien
weight-2 = ayudaría
weight-3 = importante
weight-4 = muy importante
weight-5 = imprescindible

## Why two people might suit each other. The name stands in the heading above.
reason-experiences = También ha vivido con { $what }
reason-wishes = Es, como deseabas: { $what }
reason-language = Habla { $what }
reason-free = Tiene tiempo cuando tú: { $what }
reason-free-any = Tiene tiempo en cualquier momento de la semana
reason-sector = Conoce tu ámbito de trabajo: { $what }
reason-room = Tiene mucho sitio para alguien nuevo

## What would be needed, as the end of “somebody who …”.
lack-role = sea { $what }
lack-language = hable { $what }
lack-mode = pueda encontrarse { $what }
lack-reach = pueda encontrarse en persona cerca
lack-reach-place = pueda encontrarse en persona cerca de { $what }
lack-time = tenga tiempo a las mismas horas
lack-must = sea { $what }
lack-training = tenga formación en { $what }
lack-capacity = tenga un lugar libre

## How a request stands: what the person who asked reads.
matching-none-title = Personas para ti
matching-none-lead = Todavía no has pedido apoyo. Si quieres hacerlo, lleva unos cinco minutos, y puedes dejar vacío lo que quieras.
matching-none-go = Pedir apoyo
matching-draft-title = Tus respuestas aún no se han enviado
matching-draft-lead = Todo lo que escribiste está guardado. Sigue cuando quieras; buscamos personas para ti cuando lo hayas enviado.
matching-draft-go = Repasarlo y enviarlo
matching-waiting-title = Estamos buscando personas que te puedan ir bien
matching-waiting-again-title = Estamos buscando a otras personas
matching-waiting-lead = { $days ->
    [0] Tu petición nos llegó hoy.
    [one] Tu petición nos llegó hace un día.
   *[other] Tu petición nos llegó hace { $days } días.
}
matching-waiting-next = Qué pasa ahora
matching-waiting-1 = Alguien del programa busca personas que hayan pasado por algo parecido y que tengan un lugar libre.
matching-waiting-1-itself = En cuanto alguien que te pueda ir bien tenga un lugar libre, lo verás aquí.
matching-waiting-2 = Te proponemos hasta tres personas, con las razones.
matching-waiting-3 = Tú eliges. A la persona que elijas también se le pregunta.
matching-waiting-honest = No podemos decir cuánto tardará; depende de quién esté libre. Nada se pierde mientras esperas, y puedes cambiar tus respuestas.
matching-answers = Ver mis respuestas o cambiarlas
matching-time = Ahora no, necesito tiempo
matching-time-hint = Conservas tu lugar. Puedes volver cuando quieras.
matching-heard = Gracias por decir qué te importa. Buscamos a las siguientes personas con eso en cuenta; así están ahora tus respuestas:
matching-heard-change = Puedes cambiarlas en cualquier momento.
matching-offered-title = { $count ->
    [one] Una persona con la que podrías hablar
   *[other] { $count } personas con las que podrías hablar
}
matching-offered-lead = Tú eliges, y no hay elección equivocada.
matching-reasons = Por qué { $name } te podría ir bien
matching-pick = Elegir a { $name }
matching-pick-late = Elegir a { $name } de todos modos
matching-pick-hint = Elegir no es una promesa. Primero se le pregunta, y más adelante cualquiera de los dos puede cambiar de idea.
matching-more = Leer más
matching-offered-hold = Cada lugar se guarda para ti hasta el día que figura con él. Después queda libre para otra persona que espera; nadie te lo reprocha.
matching-kept-until = Este lugar se guarda para ti hasta el { $until }.
matching-let-go = Este lugar se guardó para ti hasta el { $until }, y después quedó libre.
matching-no-place-now = Ahora mismo no tiene ningún lugar libre.
matching-fewer-places = { $count ->
    [one] Hoy es solo esta persona. Otras también podrían irte bien, pero sus lugares se guardan para alguien más que espera.
   *[other] Hoy son solo estas { $count }. Otras también podrían irte bien, pero sus lugares se guardan para alguien más que espera.
}
matching-fewer-nobody = { $count ->
    [one] Hoy es solo esta persona: nadie más aquí cumple todo lo que necesitas.
   *[other] Hoy son solo estas { $count }: nadie más aquí cumple todo lo que necesitas.
}
matching-others-title = ¿Ninguna de estas personas?
matching-others-text = Está bien, y nadie se entera. Buscamos a otras; estas personas no se te vuelven a proponer. Si quieres, dinos qué te iría mejor, y buscaremos a las siguientes con eso en cuenta.
matching-others-more = ¿Qué importa más ahora?
matching-others-more-hint = Alguien que también ha vivido… Marca lo que más debe contar. Lo demás cuenta entonces un poco menos.
matching-others-rather = Preferiría a alguien que sea…
matching-others-rather-hint = Se añade a tus deseos como «muy importante». Es un deseo, no una condición.
matching-others-times = ¿Te irían mejor otros horarios?
matching-others-times-go = Cambia primero tus horas libres
matching-others-why = Con tus palabras: ¿qué te iría mejor?
matching-others-why-hint = Solo lo lee quien coordina. Ayuda a encontrar a las siguientes.
matching-others = Buscar a otras
matching-time-title = ¿Ahora no?
matching-time-text = Puedes parar aquí el tiempo que quieras. Conservas tu lugar en la lista, y nadie pregunta por qué. Mientras tanto, los lugares de estas personas quedan para otras; cuando vuelvas, veremos quién tiene todavía uno.
matching-picked-title = Has elegido a { $name }
matching-picked-lead = Se lo hemos preguntado a { $name }, que lee lo que elegiste contar. La respuesta estará aquí.
matching-picked-next = Si no puede ser, te lo decimos y puedes elegir de nuevo. Mientras tanto no tienes que hacer nada.
matching-declined-by = { $name } no puede decir que sí esta vez. No es por ti. Te escribió:
matching-declined-after = Sentimos darte esta noticia. Así sigue ahora.
matching-declined-full = Ahora mismo acompaño a tantas personas como puedo, y mereces a alguien que tenga tiempo para ti. Te deseo lo mejor.
matching-declined-not-right-now = Ahora mismo no puedo empezar con alguien nuevo. Gracias por elegirme. Espero que pronto encuentres a quien te vaya bien.
matching-declined-not-the-one = He leído con cuidado lo que escribiste. Creo que otra persona podría estar a tu lado mejor que yo. Te deseo lo mejor.
matching-taken = Este lugar ya no está libre. Lo sentimos. Las demás personas siguen ahí.
matching-taken-none = Este lugar ya no está libre. Lo sentimos. Ahora buscamos a otras para ti.
matching-resting-title = Pediste tiempo
matching-resting-lead = Tómate el que quieras. Conservas tu lugar, y todo lo que escribiste está guardado. Cuando quieras seguir, vuelve aquí.
matching-ran-out-title = Los lugares guardados para ti quedaron libres
matching-ran-out-lead = Nadie debería esperar en vano, por eso un lugar se guarda solo unos días. Nadie te lo reprocha. Conservas tu lugar en la lista y puedes seguir cuando quieras.
matching-ran-out-late = O elige a una de estas personas ahora, si tiene un lugar:
matching-look-again = Buscar personas de nuevo
matching-return = Quiero seguir
matching-withdraw-go = Retirar mi petición
matching-withdraw-title = ¿Retirar tu petición?
matching-withdraw-lead = Puedes parar en cualquier momento, y no tienes que decir por qué.
matching-withdraw-stops = Dejamos de buscar, y todos los lugares guardados para ti quedan libres.
matching-withdraw-asked = { $name }, a quien elegiste, ya no puede leer tu petición.
matching-withdraw-place = Dejas tu lugar en la lista.
matching-withdraw-again = Puedes volver a pedir apoyo cuando quieras; empezarías una petición nueva.
matching-withdraw-instead = Si solo necesitas tiempo, «Ahora no» en la página anterior conserva tu lugar en la lista.
matching-withdraw = Sí, retirar mi petición
matching-withdraw-keep = No, mantener mi petición
matching-beside-title = Tienes a alguien a tu lado
matching-beside-lead = Tú y la persona que te acompaña podéis escribiros, cada cual a su ritmo.
matching-matched-title = { $name } y tú os habéis encontrado
matching-matched-lead = { $name } ha dicho que sí. Ya podéis escribiros, cada cual a su ritmo.
matching-matched-said = { $name } te escribió:
matching-matched-go = Ir a tus mensajes
matching-back-offers = Volver a las personas para ti
matching-about = Más sobre { $name }
matching-fact-experiences = Ha vivido con
matching-fact-traits = Dice de sí
matching-fact-languages = Idiomas
matching-fact-modes = Formas de encontrarse
matching-fact-times = Cuando ambos tenéis tiempo
matching-open = Sin responder

said-others-asked = Gracias por decirlo. Estamos buscando a otras personas.
said-welcome-back = Qué bien que hayas vuelto.
said-request-withdrawn = Tu petición está retirada. Gracias por tu confianza. Cuando quieras volver a intentarlo, aquí estamos.

## Requests to a worker.
matching-requests-lead = { $count ->
    [one] Una persona te ha elegido y espera tu respuesta.
   *[other] { $count } personas te han elegido y esperan tu respuesta.
}
matching-requests-since = Te eligió hace { $ago }
matching-requests-empty = Nadie espera tu respuesta.
matching-requests-empty-text = Cuando alguien te elija, lo verás aquí.
matching-requests-unpublished = Aún no se te propone a nadie: tu perfil no está publicado.
matching-request-title = { $name } quiere hablar contigo
matching-request-lead = { $name } te eligió hace { $ago }. Esto es lo que quiso que supieras. Puede ver que lo has leído.
matching-request-tell = Lo que { $name } quiere que sepas
matching-request-story = Lo que { $name } ha vivido, en sus palabras
matching-request-shared = Lo que ambos habéis vivido
matching-request-others = Qué más ha vivido
matching-request-meeting = Cómo podríais encontraros
matching-request-private = Lo demás que respondió { $name } queda entre esa persona y quien coordina.
matching-agree-title = Decir que sí
matching-agree-words = Una primera frase para { $name }
matching-agree = Sí, quiero acompañar a { $name }
matching-agree-next = La conversación se abre enseguida. Más adelante cualquiera puede decir que no encaja, sin dar razones.
matching-decline-title = O decir que no puedes
matching-decline-said = { $name } leerá esta frase:
matching-decline-own-only = Solo mis palabras, abajo
matching-decline-own = Con tus palabras
matching-decline-own-hint = { $name } lee esto. No se le dice nada más.
matching-known = Conozco a esta persona
matching-known-hint = No se os vuelve a proponer el uno al otro. Nadie más lo ve.
matching-decline = No puedo
matching-back-requests = Volver a las peticiones
said-declined = Tu respuesta se ha enviado, con amabilidad. Gracias por cuidar tus límites.
said-answered-meanwhile = Mientras tanto esto se respondió. Así está ahora.

## The waiting list.
matching-subnav = Encontrar personas
matching-list-lead = Quién ha pedido apoyo, y a quién le toca.
matching-list-empty = No hay nadie en la lista.
matching-list-empty-text = Cuando alguien pida apoyo, aparecerá aquí.
matching-list-waiting = Esperan propuestas
matching-list-waiting-text = Te toca: busca personas que les puedan ir bien.
matching-list-offered = Están eligiendo
matching-list-offered-text = Les toca: pueden leer a quién se les propone.
matching-list-picked = Han elegido
matching-list-picked-text = Le toca a la persona que eligieron.
matching-list-resting = Pidieron tiempo
matching-list-resting-text = Volverán cuando quieran. Por favor, sin prisas.
matching-damaged-title = { $count ->
    [one] Una petición no se puede leer
   *[other] { $count } peticiones no se pueden leer
}
matching-damaged-text = Lo que se guardó está dañado. A todas las demás personas se las ve y se busca para ellas. Avisa a quien administra esta instalación; el registro la nombra.
matching-damaged-sent = Enviada el { $at }
matching-damaged-one = Todavía sin enviar
matching-run-all = Buscar personas para quienes esperan
matching-run-one = Buscar personas
matching-run-again = Buscar de nuevo
matching-col-name = Nombre
matching-col-days = Días
matching-col-kind = Pide
matching-col-priority = Urgencia
matching-col-state = Cómo está
matching-col-who = Quién espera
matching-col-first = Primera
matching-col-second = Segunda
matching-col-third = Tercera
matching-priority-0 = como siempre
matching-priority-1 = urgente
matching-priority-2 = muy urgente
matching-state-waiting = Aún no se ha buscado
matching-state-proposed = Hay personas, sin proponer aún
matching-state-unserved = Nadie por ahora
matching-state-offered = Propuestas enviadas
matching-state-picked = Se ha preguntado a alguien
matching-state-resting = Pidió tiempo
matching-state-ran-out = Se acabó el tiempo de sus propuestas
matching-state-matched = Ambos están de acuerdo
matching-turn-you = Te toca a ti.
matching-turn-them = Le toca a { $name }.
matching-turn-reach-out = Le toca a { $name }; unas palabras amables pueden ayudar.
matching-turn-worker = Le toca a quien eligió { $name }.
matching-turn-nobody = No hay nada pendiente.
matching-waits-days = { $days ->
    [0] desde hoy
    [one] espera desde hace un día
   *[other] espera desde hace { $days } días
}
matching-back-waiting = Volver a la lista de espera
matching-proposed-title = Personas encontradas, sin proponer aún
matching-release-one = { $count ->
    [one] Enviar esta propuesta
   *[other] Enviar estas { $count } propuestas
}
matching-find-title = Personas que podrían ir bien
matching-unserved = Hace { $ago } no se encontró a nadie que cumpla todo lo imprescindible.
matching-unserved-place = Hace { $ago } había aquí personas adecuadas, pero ninguna tenía un lugar libre para esta persona.
matching-near = Quién se acercó más
matching-near-lacks = haría falta alguien que { $what }
matching-by-itself = En este programa las propuestas salen por sí solas.
matching-out-title = Propuestas
matching-past-title = Propuestas anteriores
matching-offer-proposed = sin proponer aún
matching-offer-released = propuesta
matching-offer-picked = elegida, se le ha preguntado
matching-offer-agreed = de acuerdo
matching-offer-declined = no podía
matching-offer-passed = no elegida
matching-offer-lapsed = ya no está libre
matching-offer-expired = se acabó el tiempo
matching-held-until = lugar guardado hasta el { $until }
matching-why-more = Ahora importa más: { $what }
matching-why-rather = Preferiría a alguien que sea: { $what }
matching-answers-title = Lo que respondió
matching-must = imprescindible
matching-fact-wishes = Deseos
matching-fact-free = Horas libres, en su reloj
matching-fact-place = Podría encontrarse cerca de
matching-fact-sector = Ámbito de trabajo
matching-fact-story = En sus palabras
matching-fact-tell = Para la persona que elija
matching-fact-by-hand = Para que lo cuides a mano
matching-fact-by-hand-hint = La búsqueda no sabe de esto. Mira los nombres antes de enviar propuestas.
matching-km = { $km ->
    [one] hasta un kilómetro
   *[other] hasta { $km } kilómetros
}
matching-priority-title = Urgencia, y qué hace falta
matching-priority-legend = ¿Qué urgencia tiene?
matching-needs-legend = Formación sin la que no sería seguro
matching-needs-hint = Solo se propone a quien la tenga toda.
matching-score = { $score } de 1000 puntos
matching-points = { $points } de { $of }
matching-part-experience = Experiencia compartida
matching-part-wishes = Deseos
matching-part-time = Tiempo en común
matching-part-workplace = Ámbito de trabajo
matching-part-headroom = Sitio

## Proposals.
matching-proposals-title = Encontradas
matching-ran = Calculado para todos hace { $ago }.
matching-never-ran = Aún no se ha calculado para todos.
matching-proposals-empty = No hay nada que enviar.
matching-proposals-empty-text = Busca personas para quienes esperan, y lo que se encuentre estará aquí con sus razones.
matching-proposals-text = En conjunto son lo mejor posible con los lugares que hay. Cada persona ve hasta tres personas y elige.
matching-look = Ver
matching-no-more = nadie más
matching-release-ticked = Enviar las marcadas
matching-release-all = Enviar todas
said-run-found = Se han encontrado personas. Míralas antes de enviar las propuestas.
said-run-released = Se han encontrado personas, y las propuestas se han enviado.
said-run-none-found = No se ha encontrado a nadie. Lo que falta está abajo.
said-run-nobody = Ahora mismo no espera nadie.
said-released = Las propuestas se han enviado.
said-released-some = La mayoría se ha enviado. Algunas habían cambiado mientras tanto y se dejaron como estaban.
said-none-ticked = No había nada marcado, así que no se envió nada.
said-changed-meanwhile = Esto había cambiado mientras tanto y se dejó como estaba. Así está ahora.

## A worker’s own profile.
matching-profile-lead = Tú decides qué cuenta cuando se buscan personas, qué pueden leer los demás y a cuántas personas acompañas.
matching-profile-published = Se te puede proponer a personas
matching-profile-unpublished = Aún no se te propone a nadie. Rellena lo que quieras, marca la última casilla y guarda.
matching-profile-room = Cuánto sitio tienes
matching-profile-room-text = Nadie más pone estos números. Bájalos en semanas difíciles; no pierdes a nadie a quien ya acompañas.
matching-profile-supported = { $count ->
    [0] Ahora no acompañas a nadie.
    [one] Ahora acompañas a una persona.
   *[other] Ahora acompañas a { $count } personas.
}
matching-profile-picked = { $count ->
    [one] Una más te ha elegido y espera tu respuesta.
   *[other] { $count } más te han elegido y esperan tu respuesta.
}
matching-profile-held = { $count ->
    [one] Se guarda un lugar para alguien que está eligiendo.
   *[other] Se guardan { $count } lugares para personas que están eligiendo.
}
matching-profile-capacity = ¿A cuántas personas puedes acompañar en total?
matching-profile-capacity-hint = Cuenta también a las de ahora. Escribe 0 para descansar de personas nuevas.
matching-profile-headroom = ¿Cuánto sitio tienes por dentro?
matching-headroom-0 = ninguno
matching-headroom-25 = un poco
matching-headroom-50 = algo
matching-headroom-75 = bastante
matching-headroom-100 = mucho
matching-headroom-kept = como está: { $number } de 100
matching-profile-public = Lo que se lee sobre ti
matching-profile-public-text = Lo lee toda persona a quien se te propone.
matching-profile-name = El nombre que ven
matching-profile-name-hint = Déjalo vacío para que te llamen como en el programa.
matching-profile-about = Sobre ti, en tus palabras
matching-profile-about-hint = ¿Qué te habría gustado leer entonces? Bastan unas frases.
matching-profile-kinds = ¿Qué eres aquí?
matching-profile-languages = ¿En qué idiomas puedes acompañar?
matching-profile-other-language = Otro idioma
matching-profile-none = – ninguno –
matching-profile-modes = ¿Cómo te encuentras con la gente?
matching-profile-experiences = Lo que has vivido
matching-profile-experiences-text = Marca solo aquello de lo que quieras valerte. A quien ha pasado por lo mismo se le dice que tú también. Para cada cosa decides si además está en tu perfil.
matching-profile-traits = Quién eres
matching-profile-traits-text = Algunas personas desean a alguien como ellas. A quien lo deseó se le dice. Todo puede quedar vacío.
matching-profile-who-reads = ¿Quién lee { $what }?
matching-profile-same = solo quien lo ha vivido
matching-profile-same-wish = solo quien lo deseó
matching-profile-all = toda persona a quien se me propone
matching-profile-when = Cuándo y dónde
matching-profile-times = ¿Cuándo podrías encontrarte con personas?
matching-profile-times-hint = Temprano es de 6 a 9, mañana de 9 a 12, mediodía de 12 a 14, tarde de 14 a 17, última hora de 17 a 21, noche de 21 a 24.
matching-profile-also = También
matching-part-of-day-early = temprano
matching-part-of-day-morning = mañana
matching-part-of-day-midday = mediodía
matching-part-of-day-afternoon = tarde
matching-part-of-day-evening = última hora
matching-part-of-day-night = noche
matching-profile-zone = Tu zona horaria
matching-profile-place = ¿Dónde podrías encontrarte en persona?
matching-profile-place-kept = un lugar dado antes
matching-profile-travel = ¿Hasta dónde puedes desplazarte, en kilómetros?
matching-profile-more = Trabajo y formación
matching-profile-sector = Un ámbito de trabajo que conoces desde dentro
matching-profile-trainings = Formación que has hecho
matching-profile-publish = Se me puede proponer a personas
matching-profile-publish-hint = Sin esta marca todo se guarda y nadie lo ve.
matching-profile-preview = Lo que la gente ve de ti
matching-profile-preview-text = Como se guardó por última vez.
said-profile-saved = Tu perfil está guardado.
