# Personas con quienes no se quiere coincidir, parejas que se conocen, trabajo y cuidados, y lo que se cuenta.

never-title = Personas con quienes prefiero no coincidir
never-lead = Alguien de tu calle, de tu familia, de tu trabajo, de tu pasado. No hace falta motivo.
never-private = Esta lista es solo para tus ojos. Nadie del programa puede abrirla, y ninguna página muestra que falta alguien por ella.
never-mine = En tu lista
never-nobody = Todavía nadie.
never-no-name = Alguien sin nombre
never-chosen = Elegiste a esta persona.
never-typed = Escribiste este nombre.
never-take-back = Quitar de la lista
never-take-back-hint = Si quitas a alguien de la lista, podréis volver a coincidir. Si conoces a esa persona y es lo que quieres, no hace falta nada más.
never-choose = Elige entre quienes apoyan aquí a otras personas
never-choose-legend = ¿Conoces a alguna?
never-choose-go = Poner en mi lista
never-nobody-to-choose = Ahora mismo no hay nadie para elegir. Puedes escribir un nombre abajo.
never-find = Buscar un nombre
never-find-go = Mostrar
never-found =
    { $count ->
        [0] No se puede elegir a nadie con ese nombre. Puedes escribirlo abajo.
        [one] Una persona
       *[other] { $count } personas
    }
never-type = Escribe un nombre
never-type-worker = Escribe el nombre de alguien a quien prefieres no apoyar
never-name = Su nombre
never-name-hint = Mayúsculas, acentos y espacios no importan. Si escribes solo el nombre de pila, queda fuera todo el que se llame así. Si usa varios nombres, añade cada uno.
never-name-go = Poner este nombre en mi lista
never-name-honest = No te decimos si aquí alguien se llama así. Y quien use un nombre que no está en tu lista puede aparecer igualmente: entonces di que le conoces.
never-when = Desde cuándo cuenta
never-when-text = Desde la próxima vez que se busque. A quien ya se te ofrece le sigues viendo hasta que digas que esa persona no. Si ahora te apoya alguien de tu lista, nada termina por sí solo.
never-when-worker = Desde la próxima vez que se busque. Si alguien de tu lista ya te ha elegido, puedes decir que no. No se te quita a nadie a quien apoyes ahora.
never-known = ¿Te ha tocado con alguien que conoces de otra parte y os parece bien?
never-known-go = Decirlo y seguir
never-back-ask = Volver a tu petición
never-back-profile = Volver a tu perfil
never-back-account = Volver a tu cuenta
never-back-offers = Volver a quienes se te ofrecen
never-back-home = Inicio
never-door = Tu lista privada. Nadie más puede verla.
never-from-profile = Las personas a quienes prefieres no apoyar están en una lista propia, solo para tus ojos.
said-never-kept = Guardado en tu lista. Nadie más puede verla.
said-never-taken-back = Quitado de la lista.

never-pass-title = ¿Esta persona no?
never-pass = { $name }, no
never-pass-hint = No tienes que decir por qué. Las demás siguen ahí, y a nadie se le dice más que prefieres a otra persona.
never-pass-known = Conozco a esta persona
never-pass-known-hint = Va a tu lista privada y no se te ofrece más. Nadie más lo ve: parece un no como cualquier otro.
said-never-passed = Está en tu lista privada. Nadie más puede verla.
said-passed-on = De acuerdo: entonces otra persona.

never-ask-legend = Personas con quienes prefieres no coincidir
never-ask-hint = Están en una página propia, solo para tus ojos: puedes elegir entre quienes apoyan aquí o escribir un nombre. Antes se guarda esta página.
never-ask-go = Abrir mi lista privada
never-check = Con quién prefieres no coincidir está en tu lista privada.

known-title = Nos conocemos de otra parte
known-lead = Pasa, sobre todo en sitios pequeños: la persona que te ha tocado es un vecino, la prima de una amiga, alguien de un trabajo anterior. No tiene por qué ser un problema cuando los dos lo sabéis. Aquí puedes decirlo; se pregunta a la otra persona, y lo decidís juntos.
known-nobody = Ahora mismo no estás emparejado con nadie.
known-nobody-text = Si hay alguien con quien prefieres no coincidir, ponlo en tu lista privada.
known-since = Juntos desde el { $date }
known-words = ¿De qué conoces a { $name }?
known-words-hint = Bastan unas palabras. { $name } las lee. Cuando los dos queráis seguir, también podrán leerlas quienes supervisan y quien coordina, para que alguien lo tenga presente. Antes de eso, nadie más.
known-say = Preguntar a { $name } si le parece bien
known-waiting = Has dicho que os conocéis. Se pregunta a { $name } si lo sabe y quiere seguir. Todavía no lo ve nadie más.
known-take-back = Retirarlo
known-asked = { $name } dice que os conocéis de otra parte y pregunta si te parece bien.
known-answer = Algo que quieras añadir
known-answer-hint = Lo lee la otra persona, y más tarde quienes supervisan y quien coordina.
known-yes = Lo sé, y me parece bien
known-no = Prefiero no seguir así
known-no-hint = Nadie te pide un motivo, y no se guarda para la supervisión.
known-apart-theirs = Has dicho que prefieres no seguir así. Está bien.
known-apart-mine = { $name } prefiere no seguir así. No dice nada de ti.
known-change = Puedes pedir a otra persona en cualquier momento. Conservas tu sitio y lo que has escrito, y nadie tiene que dar un motivo.
known-change-worker = Puedes pasar el relevo en cualquier momento. Háblalo con quien coordina: la persona no se queda sola.
known-change-go = Cómo cambiar
known-kept-tag = Los dos lo sabéis
known-kept = { $name } y tú os conocéis de otra parte, y a los dos os parece bien seguir. Quienes supervisan y quien coordina pueden leerlo.
known-never = Prefiero no volver a coincidir con esta persona
known-never-text = Ahora no cambia nada, y { $name } no se entera. Cuenta desde la próxima vez que se busque, y va a tu lista privada.
known-never-go = Poner en mi lista
known-door = Alguien con quien estás aquí, de tu vida de fuera
known-door-asked =
    { $count ->
        [one] Alguien te pregunta algo
       *[other] { $count } personas te preguntan algo
    }
said-known-said = Dicho. Ahora se pregunta a la otra persona.
said-known-kept = Guardado: los dos lo sabéis y seguís.
said-known-apart = Gracias por decirlo. Abajo está lo que puedes hacer.
said-known-taken-back = Retirado. No se ha guardado nada.
said-known-meanwhile = Entretanto ha cambiado. Así está ahora.

known-notes-title = Personas que se conocen de otra parte
known-notes-lead = Parejas que se conocen de fuera del programa. Los dos han dicho que quieren seguir y que la supervisión puede saberlo.
known-notes-empty = Nadie lo ha dicho.
known-notes-empty-text = Cuando dos personas emparejadas digan que se conocen y que quieren seguir, aparecerán aquí.
known-notes-participant = Recibe apoyo
known-notes-worker = Apoya
known-notes-since = Desde
known-notes-door = Para la supervisión
known-note-lead = Los dos quieren seguir desde el { $date }.
known-note-said = { $name } dijo el { $date }
known-note-answered = { $name } respondió
known-note-agreed = { $name } dijo que sí sin añadir nada.
known-note-honest = Los dos pueden leer también estas palabras, y la persona que recibe apoyo ve que has abierto la página.

work-title = Tu trabajo
work-employer = ¿Para quién trabajas?
work-employer-hint = Solo para no emparejarte con un compañero de trabajo, si no quieres. No lo lee nadie: ni quienes se te ofrecen ni quien coordina.
work-apart = Nunca alguien de la misma empresa
work-apart-hint = Comparamos los nombres como los habéis escrito cada uno. Quien no haya dicho dónde trabaja puede aparecer igualmente.
work-check-apart = Nunca alguien de la misma empresa
work-check-employer = Has dicho dónde trabajas. No lo lee nadie.
work-profile-employer = Para quién trabajas o trabajabas
work-profile-employer-hint = Solo para que nadie coincida con un compañero de trabajo si no quiere. No lo lee nadie.
work-profile-apart = Prefiero no apoyar a alguien de la misma empresa

caring-title = Si cuidas de alguien
caring-legend = ¿De quién cuidas?
caring-hint = Buscamos a alguien que haya cuidado de lo mismo, y cuenta como imprescindible. Se tiene en cuenta cuando quieres a alguien para familiares y amistades.
caring-none = Prefiero no decirlo, o es otra persona
caring-not-asked = De quién cuidas cuenta cuando pides a alguien para familiares o amistades, en «¿Qué tipo de apoyo?».
caring-parent = De mi madre o mi padre
caring-partner = De mi pareja
caring-child = De una hija o un hijo, de cualquier edad

people-ask-7-title = Sobre ti, si quieres
about-lead = Puedes dejar esta página vacía; nada depende de ella.
about-honest = Lo preguntamos por una sola razón: para que el programa vea si trata igual a todo el mundo, por ejemplo si hay quien espera más. Nunca se usa para buscarte a alguien. Nadie lee tus respuestas: solo se cuentan junto con las de otras personas, y los grupos de menos de cinco no se muestran.
about-gender = Soy
about-age = Mi edad
about-culture = Me siento en casa en
about-culture-hint = Las que quieras.
about-none = Prefiero no decirlo
about-check = Has dicho algo sobre ti. Solo se cuenta.
