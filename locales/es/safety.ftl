# Necesito ayuda ahora: adónde acudir.
safety-title = Necesito ayuda ahora
safety-lead = Si quizá no estás a salvo, o si ahora mismo es demasiado, hoy puedes hablar con alguien. No hace falta que tengas claro si es lo bastante grave.
safety-no-lines = Aquí no sabemos en qué lugar estás. Si tú u otra persona corre peligro, llama al número de emergencias de tu zona. En gran parte de Europa es el 112; en América del Norte y en muchos países de América Latina, el 911.
safety-call = Llamar a { $name }:
safety-text = Mensaje de texto al
safety-emergency-title = Si hay una vida en peligro ahora
safety-emergency-text = Llama a este número, o pide a alguien cercano que llame. Di primero dónde estás.
safety-here-title = Quién está aquí
safety-not-watched = Nadie del programa vigila esta página, y a nadie se le avisa de que la has abierto.
safety-supporter = Puedes escribir a { $name }. Es posible que { $name } no lo lea hoy: si necesitas a alguien ahora, no esperes su respuesta.
safety-messages = Ir a tus mensajes
safety-meanwhile-title = Hasta que alguien responda
safety-meanwhile-person = Si puedes, quédate cerca de otra persona. No tienes que explicar nada.
safety-meanwhile-place = Pon distancia entre tú y aquello con lo que podrías hacerte daño, o pide a alguien que te lo guarde.
safety-meanwhile-hour = Basta con la próxima hora. Lo que ahora parece insoportable no va a seguir con esta fuerza.
