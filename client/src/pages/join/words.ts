import { register } from "../../i18n";

register({
  "join.title": { es: "Entrar a la reunión", en: "Join the meeting", pt: "Entrar na reunião" },
  "join.code": { es: "Código", en: "Code", pt: "Código" },
  "join.code_hint": {
    es: "Seis letras y números, como se ven en la pantalla. También puede escanear su QR.",
    en: "Six letters and digits, as shown on the screen. You can also scan its QR.",
    pt: "Seis letras e números, como aparecem na tela. Também pode escanear o QR.",
  },
  "join.look_alike": {
    es: "Los códigos no llevan {letter}. ¿Será otra letra parecida?",
    en: "Codes have no {letter}. Could it be another letter that looks like it?",
    pt: "Os códigos não têm {letter}. Será outra letra parecida?",
  },
  "join.continue": { es: "Continuar", en: "Continue", pt: "Continuar" },
  "join.delegation": { es: "Delegación", en: "Delegation", pt: "Delegação" },
  "join.search": { es: "Buscar delegación", en: "Search delegation", pt: "Procurar delegação" },
  "join.none": { es: "Ninguna coincide.", en: "None matches.", pt: "Nenhuma coincide." },
  "join.states": { es: "Estados", en: "States", pt: "Estados" },
  "join.observers": { es: "Observador/a", en: "Observer", pt: "Observador(a)" },
  "join.full": { es: "sin puestos libres", en: "no free seats", pt: "sem lugares livres" },
  "join.enter": { es: "Entrar", en: "Enter", pt: "Entrar" },
  "join.seat": { es: "Su puesto: {seat}", en: "Your seat: {seat}", pt: "Seu lugar: {seat}" },
  "join.head": {
    es: "jefatura de delegación",
    en: "head of delegation",
    pt: "chefia da delegação",
  },
  "join.rules": { es: "Reglas de la sala", en: "Rules of the room", pt: "Regras da sala" },
  "join.rules.confidentiality": {
    es: "Confidencialidad",
    en: "Confidentiality",
    pt: "Confidencialidade",
  },
  "join.rules.stored": {
    es: "Qué se guarda y por cuánto tiempo",
    en: "What is stored and for how long",
    pt: "O que se guarda e por quanto tempo",
  },
  "join.rules.votes": { es: "Sobre los votos", en: "About votes", pt: "Sobre os votos" },
  "join.rules.contact": { es: "Contacto", en: "Contact", pt: "Contato" },
  "join.no_name": {
    es: "No se pide su nombre.",
    en: "Your name is not asked.",
    pt: "Seu nome não é pedido.",
  },
  "join.cards": {
    es: "En esta reunión se entra con la tarjeta de la delegación: escanee su QR.",
    en: "In this meeting people come in with their delegation's card: scan its QR.",
    pt: "Nesta reunião entra-se com o cartão da delegação: escaneie o QR.",
  },
  "join.other_code": { es: "Usar otro código", en: "Use another code", pt: "Usar outro código" },
  "code.wrong_code": {
    es: "Ese código no abre ninguna reunión. Compruébelo en la pantalla o pida ayuda a la secretaría.",
    en: "That code opens no meeting. Check it on the screen or ask the secretariat for help.",
    pt: "Esse código não abre nenhuma reunião. Confira-o na tela ou peça ajuda à secretaria.",
  },
  "code.too_many_tries": {
    es: "Demasiados códigos equivocados desde esta red. Espere un minuto o use el QR de su tarjeta.",
    en: "Too many wrong codes from this network. Wait a minute or use the QR of your card.",
    pt: "Códigos errados demais a partir desta rede. Espere um minuto ou use o QR do seu cartão.",
  },
  "code.bad_request": {
    es: "El código no tiene la forma esperada.",
    en: "The code does not have the expected form.",
    pt: "O código não tem a forma esperada.",
  },
  "code.delegation_needed": {
    es: "Elija su delegación.",
    en: "Choose your delegation.",
    pt: "Escolha sua delegação.",
  },
  "code.offline": {
    es: "Sin conexión con la sala. Compruebe el Wi-Fi e intente de nuevo.",
    en: "No connection with the room. Check the Wi-Fi and try again.",
    pt: "Sem conexão com a sala. Verifique o Wi-Fi e tente de novo.",
  },
  "code.portal": {
    es: "La red Wi-Fi pide iniciar sesión. Abra su página de acceso y vuelva aquí.",
    en: "The Wi-Fi asks you to sign in. Open its sign-in page and come back here.",
    pt: "A rede Wi-Fi pede login. Abra a página de acesso e volte aqui.",
  },
  "code.unavailable": {
    es: "El servidor está ocupado. Intente de nuevo en unos segundos.",
    en: "The server is busy. Try again in a few seconds.",
    pt: "O servidor está ocupado. Tente de novo em alguns segundos.",
  },
  "code.forbidden": {
    es: "Abra esta página desde la dirección de la reunión.",
    en: "Open this page from the meeting's own address.",
    pt: "Abra esta página a partir do endereço da reunião.",
  },
});
