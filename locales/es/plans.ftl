# Metas en palabras propias, y pequeños pasos hacia ellas.
plans-title = Mis metas
plans-lead = Hacia dónde te gustaría ir, con tus propias palabras. Grande o pequeño, y puede cambiar.
plans-empty-title = Todavía no has escrito ninguna meta.
plans-empty-text = No hace falta. A algunas personas les gusta tener algo hacia lo que caminar. Puede ser muy pequeño, por ejemplo:
plans-empty-example = «Sentarme en el parque con un café el sábado.»
plans-steps-done = { $count ->
    [one] { $done } de 1 paso hecho
   *[other] { $done } de { $count } pasos hechos
}
plans-step-first = Un primer paso pequeño
plans-step-next = Otro paso pequeño
plans-step-one = Primer paso
plans-step-two = Segundo paso
plans-step-add = Añadir paso
plans-reached = Lo he logrado
plans-let-go = Lo dejo
plans-open-again = Retomarla
plans-is-reached = lograda
plans-is-let-go = dejada
plans-past = Logradas o dejadas
plans-new = Escribir otra meta
plans-new-first = Escribir una meta
plans-goal-label = ¿Hacia dónde te gustaría ir?
plans-goal-hint = Dilo como se lo dirías a alguien de confianza.
plans-first-steps = Pequeños pasos
plans-first-steps-hint = Tan pequeños que podrías dar uno esta semana. Puedes añadir más después.
plans-goal-save = Guardar la meta
plans-who-reads = Pueden leerlo tú y la persona que te acompaña. Solo tú puedes cambiarlo.
plans-done = hecho
plans-not-done = todavía no
plans-their-title = Metas de { $name }
plans-their-lead = Con las palabras de { $name }. Solo { $name } las cambia, y puede ver que las has mirado.
plans-their-empty = { $name } no tiene ahora ninguna meta escrita.
plans-their-empty-text = Está bien así. No todo el mundo quiere una.
said-goal-written = Tu meta está guardada.
said-goal-reached = La has marcado como lograda. La encuentras más abajo.
said-goal-let-go = La has dejado. No es un fracaso: tú sabes mejor que nadie lo que te conviene ahora. La encuentras más abajo.
said-goal-open = Esta meta vuelve a estar abierta.
