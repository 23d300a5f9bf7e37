# El tablero de coordinación: lista de espera, elegir de otro modo, a quién buscar, qué pasaría, carga, equidad.
board-unserved-nav = A quién buscar
board-what-if-nav = Qué pasaría
board-load-nav = Carga
board-fairness-nav = Equidad
board-unserved-door = Para quiénes no se encontró a nadie, agrupadas por lo que falta.
board-load-door = Quién apoya a cuántas personas y cuánto sitio dice tener.
board-fairness-door = Cuánto se espera y quién ha encontrado a alguien, por grupos, sin nombres.

## The waiting list.
board-filter = Buscar a alguien o acotar la lista
board-filter-name = Nombre
board-filter-any = cualquiera
board-filter-go = Mostrar
board-filter-count = { $count ->
    [0] Nadie de la lista encaja con esto.
    [one] Una persona encaja con esto.
   *[other] { $count } personas encajan con esto.
}
board-filter-all = Mostrar a todas
board-state-waiting = esperan ofertas
board-state-found = personas encontradas, ofertas sin enviar
board-state-nobody = nadie encontrado por ahora
board-state-offered = están eligiendo
board-state-picked = han elegido
board-state-resting = pidieron tiempo
board-needs = necesita a alguien con formación en { $what }
board-page-before = Anterior
board-page-after = Siguiente
board-page-of = Página { $page } de { $of }
board-why = ¿Qué lo hace urgente?
board-why-hint = Unas palabras para ti y para el resto de la coordinación. Aparecen en la lista de espera. Escribe solo lo que podrías decirle a la persona.

## Choosing otherwise.
board-choose-link = Elegir a otra persona
board-choose-title = Quién podría proponerse a { $name }
board-back-person = Volver a { $name }
board-back-choose = Volver a quién podría proponerse a { $name }
board-choose-lead = { $count ->
    [one] Una persona de apoyo es posible y tiene lugar. Antes de guardar nada ves qué cambiaría para otras personas.
   *[other] { $count } personas de apoyo son posibles y tienen lugar. Antes de guardar nada ves qué cambiaría para otras personas.
}
board-choose-text = La búsqueda tiene en cuenta a todas las personas a la vez. Tú puedes saber algo que ella no sabe. Quien no aparece no se le puede proponer ahora; el porqué la búsqueda no se lo dice a nadie.
board-choose-none = Ahora mismo no hay nadie más.
board-choose-none-text = Ninguna persona de apoyo con lugar es posible. A quién habría que buscar está en «A quién buscar».
board-choose-see = Ver qué cambiaría
board-first-now = ahora en primer lugar
board-places = { $count ->
    [one] Un lugar que no está ocupado ni prometido
   *[other] { $count } lugares que no están ocupados ni prometidos
}
board-preview-title = { $worker } para { $name }: qué cambiaría
board-own-first = A { $name } se le propondría primero { $worker }, con { $score } de 1000 puntos. Por sí sola, la búsqueda no tiene a nadie.
board-own-same = { $worker } es a quien la búsqueda propondría a { $name } por sí sola, con { $score } de 1000 puntos. Si lo guardas, queda así hasta que se envíen las ofertas.
board-own-instead = A { $name } se le propondría primero { $worker }, con { $score } de 1000 puntos. Por sí sola, la búsqueda propondría a { $other }, con { $before }.
board-nothing-changes = Para las demás personas no cambia nada.
board-longer = { $count ->
    [one] Otra persona esperaría más
   *[other] Otras { $count } personas esperarían más
}
board-other = { $count ->
    [one] A otra persona se le propondría alguien distinto
   *[other] A otras { $count } personas se les propondría alguien distinto
}
board-sooner = { $count ->
    [one] Otra persona esperaría menos
   *[other] Otras { $count } personas esperarían menos
}
board-becomes-other = { $to } en vez de { $from }
board-becomes-longer = { $days ->
    [0] nadie en vez de { $from }; lo pidió hoy
    [one] nadie en vez de { $from }; lleva un día esperando
   *[other] nadie en vez de { $from }; lleva { $days } días esperando
}
board-becomes-sooner = { $days ->
    [0] { $to }; si no, nadie; lo pidió hoy
    [one] { $to }; si no, nadie; lleva un día esperando
   *[other] { $to }; si no, nadie; lleva { $days } días esperando
}
board-same = { $count ->
    [0] No hay nadie para quien no cambie nada.
    [one] Para una persona no cambia nada.
   *[other] Para { $count } personas no cambia nada.
}
board-sums = En conjunto
board-served = Personas que tienen a alguien
board-fit = Suma de afinidad, en puntos
board-now-then = { $now } ahora, { $then } entonces
board-as-now = { $now }, como ahora
board-preview-honest = «Por sí sola» es lo que la búsqueda propondría a todas las personas en este momento, manteniendo las demás elecciones de la coordinación. Puede diferir de propuestas calculadas antes.
board-keep = Guardar a { $worker } como elección
board-keep-not = Dejarlo como está
board-keep-text = Las propuestas de todas las personas que esperan se escriben entonces de nuevo, tal como se muestra aquí. La elección vale hasta que salgan las ofertas o hasta que busques de nuevo solo para esta persona. Queda escrito que elegiste, y la persona puede verlo.
board-keep-quiet = No se envía nada.
board-chosen = elegido por la coordinación
board-chosen-text = Buscar de nuevo solo para esta persona deja de lado la elección.
said-choice-kept = La elección está guardada y las propuestas de todas las personas que esperan ya encajan con ella. No se ha enviado nada.
said-choice-kept-some = La elección está guardada. Algunas solicitudes habían cambiado entretanto y se dejaron como estaban.
said-not-possible = Esa persona de apoyo no se le puede proponer ahora. Estas sí.
said-otherwise-now = Algo ha cambiado desde que miraste, así que no se guardó nada. Esto es lo que la elección cambiaría ahora.

## Whom to look for.
board-unserved-title = A quién no se puede atender todavía y a quién buscar
board-unserved-lead = { $count ->
    [one] Hay una persona que espera y para la que no se encontró a nadie.
   *[other] Hay { $count } personas que esperan y para las que no se encontró a nadie.
}
board-unserved-text = Cada grupo necesita un tipo de persona de apoyo. El más grande va primero. Lo que falta se dice respecto de quien estuvo más cerca.
board-unserved-empty = En este momento no hay nadie aquí.
board-unserved-empty-text = Cuando la búsqueda no encuentra a nadie para una persona, aquí dice qué falta.
board-unserved-link = { $count ->
    [one] Para una persona no se encontró a nadie. Ver quién falta
   *[other] Para { $count } personas no se encontró a nadie. Ver quién falta
}
board-wanted = { $count ->
    [one] Una persona necesita: { $what }
   *[other] { $count } personas necesitan: { $what }
}
board-wants-language = habla { $what }
board-wants-mode = puede encontrarse { $what }
board-wants-near = puede encontrarse en persona cerca de { $what }
board-wants-time = tiene tiempo { $what }
board-wants-must = es { $what }
board-wants-training = tiene formación en { $what }
board-some = { $what } (cada opción ayuda a algunas de ellas)
board-near-them = donde viven
board-part-daytime = entre semana de 9 a 17
board-part-evenings = las tardes entre semana de 17 a 21
board-part-weekends = los fines de semana de 9 a 21
board-part-nights = de noche, de 21 a 9
board-missing-now = Falta ahora: { $what }
board-missing-kind = ese tipo de persona de apoyo
board-missing-language = el idioma
board-missing-mode = la forma de encontrarse
board-missing-reach = alguien lo bastante cerca
board-missing-time = el horario
board-missing-must = lo que para ellas tiene que ser
board-missing-training = la formación
board-missing-place = un lugar libre; alguien así ya está aquí
board-and-more = y { $count } más
board-what-if-one = ¿Y si hubiera una persona más así?
board-take-along = Para llevar
board-text = Para un anuncio
board-text-hint = Sin el nombre de nadie. Si se trata de pocas personas, piensa quién podría reconocerlas antes de publicarlo.
board-csv = Descargar como tabla (CSV)
board-csv-people = Personas
board-csv-missing = Falta ahora
board-csv-kind = Tipo de persona de apoyo
board-csv-languages = Idiomas
board-csv-modes = Formas de encontrarse
board-csv-near = Cerca de
board-csv-times = Tiene tiempo
board-csv-musts = Es
board-csv-trainings = Formación

## What if.
board-what-if-title = ¿Qué pasaría?
board-what-if-lead = Imagina personas de apoyo que podrías encontrar, o alguien que toma menos personas, y mira a quién se atendería.
board-new-workers = Si hubiera nuevas personas de apoyo
board-count = ¿Cuántas?
board-count-hint = De 0 a 50. Escribe 0 para pensar solo en menos lugares, más abajo.
board-places-each = ¿A cuántas personas podría apoyar cada una?
board-kind = ¿Qué serían?
board-when = ¿Cuándo tendrían tiempo?
board-where = ¿Dónde podrían encontrarse en persona?
board-nowhere = ningún lugar en particular
board-more = Formación y quiénes serían
board-trainings = Con formación en
board-fewer-title = Si alguien tomara menos
board-fewer-text = Solo aparecen personas de apoyo con un lugar libre. Nadie a quien ya apoyan se pierde, y para ellas no cambia nada.
board-fewer-who = ¿Quién?
board-fewer-nobody = nadie
board-fewer-places = ¿Cuántos lugares menos?
board-work-out = Calcular
board-nothing-kept = No se guarda ni se envía nada. Las personas que ves aquí sabrán que las viste.
board-then = Entonces
board-then-nobody = No se atendería a nadie más.
board-then-served = { $count ->
    [one] Se atendería a una persona que ahora no tiene a nadie.
   *[other] Se atendería a { $count } personas que ahora no tienen a nadie.
}
board-waits-30 = { $count ->
    [one] una de ellas lleva más de 30 días esperando
   *[other] { $count } de ellas llevan más de 30 días esperando
}
board-waits-14 = { $count ->
    [one] una de ellas lleva de 15 a 30 días esperando
   *[other] { $count } de ellas llevan de 15 a 30 días esperando
}
board-waits-0 = { $count ->
    [one] una de ellas lleva hasta 14 días esperando
   *[other] { $count } de ellas llevan hasta 14 días esperando
}
board-of-waiting = { $count ->
    [one] de una persona que espera
   *[other] de { $count } que esperan
}
board-used = Lugares de las nuevas personas de apoyo que se usarían
board-then-honest = Se cuenta a quién propondría primero la búsqueda. Las personas eligen por sí mismas, y quienes apoyan también, así que es una imagen y no una promesa. Las nuevas personas de apoyo se imaginan sin experiencias propias; en la realidad la afinidad sería mayor.

## Load.
board-load-title = Carga de cada persona de apoyo
board-load-lead = Se apoya a { $supported } personas, de { $places } lugares que dicen tener quienes apoyan.
board-load-text = Los lugares y el sitio son lo que cada cual dice de sí. Nadie más puede cambiarlos. El orden es el de llegada.
board-load-empty = Nadie ha dicho todavía a cuántas personas apoya.
board-load-empty-text = Se dice en la página «Mi perfil».
board-col-supported = Apoya a
board-col-asked = Le piden
board-col-held = Guardados mientras eligen
board-col-proposed = Encontrada para
board-col-places = Lugares
board-col-free = Libres
board-col-room = Sitio
board-not-offered = no se ofrece

## Fairness.
board-fairness-title = ¿Es justo?
board-until = Cómo estaba al final de la semana, hasta el { $date }.
board-fair-people = Personas que pidieron apoyo
board-fair-served = Encontraron a alguien
board-fair-days = Espera, la del medio
board-fair-14 = Esperaron más de 14 días
board-fair-30 = Esperaron más de 30 días
board-fair-score = Afinidad de la primera propuesta, la del medio, de 1000
board-from-to = de { $low } a { $high }
board-of-hundred = unas { $share } de 100
board-days = { $days ->
    [one] un día
   *[other] { $days } días
}
board-kept-back = no se dice
board-col-group = Grupo
board-by-gender = Por género
board-by-age = Por edad
board-by-culture = Por cultura
board-by-language = Por idioma
board-not-said = no lo dijo
board-several = más de una
board-other-language = otro idioma
board-hidden-groups = No se dice, porque se trata de menos de cinco personas o porque se podría deducir de los demás: { $groups }.
board-fair-few = Todavía hay demasiado pocas personas para decir algo.
board-fair-few-text = Las cifras empiezan con cinco personas.
board-fair-how = Cómo se hacen estas cifras
board-fair-how-1 = Se cuenta a todas las personas que alguna vez enviaron una solicitud, una vez por solicitud: según lo que dijeron de sí si quisieron, y según el idioma que nombraron primero. La espera cuenta desde que se pidió hasta que dos se pusieron de acuerdo, hasta que se retiró o hasta el final de esa semana.
board-fair-how-2 = Los números se dicen de cinco en cinco, las proporciones redondeadas a cinco de cien y la afinidad a la decena. «La del medio» significa que la mitad esperó eso o menos.
board-fair-how-3 = Un número menor que cinco no se dice. Se omite más donde hace falta, para que de todo lo que se dice nadie pueda acotar un número omitido a menos de cinco posibles.
board-fair-how-4 = Las cifras quedan como se dijeron la primera vez. Las nuevas llegan al final de una semana, y solo cuando al menos cinco personas más han pedido apoyo, para que dos páginas nunca se distingan por una sola persona.
board-fair-not = Lo que no pueden decir
board-fair-not-1 = Los grupos pequeños varían por azar. Una diferencia entre dos grupos de diez dice poco.
board-fair-not-2 = Quienes no lo dijeron son un grupo propio y pueden ser como cualquiera de los otros. Nadie tiene que decir nada, y para ellas no cambia nada.
board-fair-not-3 = Dicen quién espera, y no por qué. No dicen cómo sigue entre dos personas, ni quién nunca pidió apoyo.
