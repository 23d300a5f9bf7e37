# Conversaciones entre una persona participante y quien la acompaña.
conversations-title = Mensajes
conversations-title-with = Mensajes con { $name }
conversations-somebody = Alguien
conversations-none-title = Todavía no hay conversaciones.
conversations-none = Cuando hayas elegido a alguien y te haya dicho que sí, aquí podréis escribiros.
conversations-none-worker = Cuando aceptes una petición, aquí podréis escribiros.
conversations-new = { $count ->
    [one] mensaje nuevo
   *[other] mensajes nuevos
}
conversations-last = Último mensaje:
conversations-nothing-yet = Todavía no ha escrito nadie.
conversations-goals = Metas de { $name }
conversations-who-reads = Solo lo podéis leer vosotros dos.
conversations-begin = Todavía no ha escrito nadie. Un «hola» basta para empezar.
conversations-thread = Mensajes
conversations-outbox = Aún sin enviar
conversations-older = Mensajes anteriores
conversations-newest = Ir a los mensajes más nuevos
conversations-look = Ver si hay algo nuevo
conversations-below = Hay un mensaje nuevo más abajo
conversations-you = Tú
conversations-sent = enviado
conversations-waiting = en camino
conversations-unsent = aún sin enviar
conversations-try-again = Intentarlo otra vez
conversations-your-message = Tu mensaje
conversations-send = Enviar
conversations-offline = Ahora no hay conexión. Deja esta página abierta: lo que mandes saldrá cuando vuelva la conexión.
conversations-signed-out = Se ha cerrado tu sesión. Abre otra vez esta página para entrar; antes copia lo que aún no se ha enviado.
conversations-who-several = Esto lo leen { $count } personas.
conversations-several = { $names } están en esta conversación contigo. Lo que escribas aquí lo leéis todos.
conversations-alone = Ahora mismo no hay nadie más en esta conversación. Lo que se escribió sigue contigo. Podrás volver a escribir aquí cuando llegue alguien nuevo.
conversations-since-you-came = Ves lo que se ha escrito desde que llegaste.
conversations-first-meeting = Tu primer encuentro con { $name }
conversations-change = Hay un cambio en marcha: { $name }
conversations-other = Prefiero a otra persona en lugar de { $name }
conversations-cannot = No puedo seguir con { $name }
conversations-handed-over = Lo que se te ha pasado
