import { expect, it } from "vitest";
import { looksPersonal } from "./personal";

it.each([
  "La solicitante escribió desde maria.perez@example.org",
  "Expediente 1234/2025 sin resolver",
  "expediente n.º 20251",
  "cédula 8-123-4567",
  "DNI 12.345.678",
  "Pasaporte AB123456",
  "Llamar al +507 6123-4567",
  "El caso 2025001234 sigue pendiente",
  "documento 123456789",
])("reminds at %j", (text) => {
  expect(looksPersonal(text)).toBe(true);
});

it.each([
  "",
  "El rezago pasó de 12 000 a 34.500 solicitudes entre 2019-2024.",
  "1.200.000 personas en la región",
  "1,250,000 people and 3 400 000 more",
  "Entre 2023 y 2025 se abrieron 14 oficinas",
  "24/09/2025 y 2025-09-25",
  "Reunión de 09:00 a 17:00",
  "Cada expediente se revisa dos veces",
  "Plazo de 180 días; 3 de 17 delegaciones",
])("lets %j pass", (text) => {
  expect(looksPersonal(text)).toBe(false);
});
