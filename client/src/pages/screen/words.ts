import { register } from "../../i18n";

register({
  "screen.title": { es: "Pantalla", en: "Screen", pt: "Tela" },
  "screen.offline": { es: "Sin conexión", en: "No connection", pt: "Sem conexão" },
  "screen.rehearsal": { es: "Ensayo", en: "Rehearsal", pt: "Ensaio" },
  "screen.full": { es: "Pantalla completa", en: "Full screen", pt: "Tela cheia" },
  "screen.code": { es: "Código", en: "Code", pt: "Código" },
  "screen.qr.join": {
    es: "Código QR para entrar con el teléfono",
    en: "QR code to come in by phone",
    pt: "Código QR para entrar com o telefone",
  },
  "screen.qr.wifi": {
    es: "Código QR de la red Wi-Fi",
    en: "QR code of the Wi-Fi network",
    pt: "Código QR da rede Wi-Fi",
  },
  "screen.wifi": { es: "Wi-Fi: {name}", en: "Wi-Fi: {name}", pt: "Wi-Fi: {name}" },
  "screen.wifi.password": {
    es: "Clave: {password}",
    en: "Password: {password}",
    pt: "Senha: {password}",
  },
  "screen.join": {
    es: "Entrar con su teléfono",
    en: "Come in with your phone",
    pt: "Entrar com seu telefone",
  },
  "screen.join.wifi": {
    es: "Conectarse a la red Wi-Fi",
    en: "Connect to the Wi-Fi network",
    pt: "Conectar-se à rede Wi-Fi",
  },
  "screen.join.scan": {
    es: "Escanear el QR con la cámara",
    en: "Scan the QR code with the camera",
    pt: "Escanear o QR com a câmera",
  },
  "screen.join.type": {
    es: "O abrir {address} y escribir el código",
    en: "Or open {address} and type the code",
    pt: "Ou abrir {address} e digitar o código",
  },
  "screen.join.choose": {
    es: "Elegir su delegación",
    en: "Choose your delegation",
    pt: "Escolher sua delegação",
  },
  "screen.join.card": {
    es: "O escanear la tarjeta de su puesto",
    en: "Or scan your seat card",
    pt: "Ou escanear o cartão do seu lugar",
  },
  "screen.begins": {
    es: "{title}, a las {time}",
    en: "{title}, at {time}",
    pt: "{title}, às {time}",
  },
  "screen.back": { es: "Volvemos a las", en: "Back at", pt: "Voltamos às" },
  "screen.then": { es: "Después: {title}", en: "Next: {title}", pt: "Depois: {title}" },
  "screen.closed": {
    es: "Respuestas cerradas. El resultado se mostrará en un momento.",
    en: "Answers are closed. The result will be shown in a moment.",
    pt: "Respostas encerradas. O resultado será mostrado em instantes.",
  },
  "screen.closed.paper": {
    es: "Respuestas cerradas. Se abren los sobres y se anotan las papeletas.",
    en: "Answers are closed. The envelopes are being opened and the ballots entered.",
    pt: "Respostas encerradas. Abrem-se os envelopes e anotam-se as cédulas.",
  },
  "screen.written.one": { es: "{n} idea", en: "{n} idea", pt: "{n} ideia" },
  "screen.written.other": { es: "{n} ideas", en: "{n} ideas", pt: "{n} ideias" },
  "screen.written.exchange.one": {
    es: "{n} publicación",
    en: "{n} post",
    pt: "{n} publicação",
  },
  "screen.written.exchange.other": {
    es: "{n} publicaciones",
    en: "{n} posts",
    pt: "{n} publicações",
  },
  "screen.closed.exchange": {
    es: "Ya no se publica. Cada delegación puede confirmar su interés en el teléfono.",
    en: "Posting is over. Each delegation can still confirm its interest on the phone.",
    pt: "Não se publica mais. Cada delegação pode confirmar seu interesse no telefone.",
  },
  "screen.closed.board": {
    es: "La moderación ordena lo que se escribió. Cada persona ve en su teléfono qué pasa con lo suyo.",
    en: "The moderator is putting in order what was written. Each phone shows what becomes of one’s own.",
    pt: "A moderação organiza o que foi escrito. Cada pessoa vê no telefone o que acontece com o seu.",
  },
  "screen.closed.notes": {
    es: "Las notas están cerradas. Lo que escribió cada mesa quedó registrado.",
    en: "The notes are closed. What each table wrote has been recorded.",
    pt: "As notas estão encerradas. O que cada mesa escreveu ficou registrado.",
  },
  "screen.method": { es: "Cómo se cuenta", en: "How it is counted", pt: "Como se conta" },
  "screen.method.board": { es: "Cómo se hace", en: "How it works", pt: "Como se faz" },
  "screen.over": {
    es: "La reunión ha terminado. Gracias por su trabajo.",
    en: "The meeting has ended. Thank you for your work.",
    pt: "A reunião terminou. Agradecemos o seu trabalho.",
  },
  "screen.write": {
    es: "Escribir en las notas de su mesa",
    en: "Write in your table's notes",
    pt: "Escrever nas notas da sua mesa",
  },
  "screen.notes": { es: "Notas de las mesas", en: "Notes of the tables", pt: "Notas das mesas" },
  "screen.headings.following": {
    es: "y {n} más en el teléfono",
    en: "and {n} more on the phone",
    pt: "e mais {n} no telefone",
  },
  "screen.notes.following": {
    es: "y {n} más en el informe",
    en: "and {n} more in the report",
    pt: "e mais {n} no relatório",
  },
});
