// Socket.IO with its Redis streams adapter. Arguments: the size of the message, and the URL of a Redis.
// Prints its port, then broadcasts as often as stdin says ("go HZ", "stop").
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";

const [size, url] = [Number(process.argv[2]), process.argv[3]];
const client = url.startsWith("unix://")
  ? createClient({ socket: { path: url.slice("unix://".length).split("?")[0] } })
  : createClient({ url });
await client.connect();

const http = createServer();
const io = new Server(http, {
  adapter: createAdapter(client),
  transports: ["websocket"],
  perMessageDeflate: false,
  pingInterval: 600_000,
});
const payload = "x".repeat(size);
let timer;

http.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => console.log(http.address().port));
createInterface({ input: process.stdin })
  .on("line", (line) => {
    clearInterval(timer);
    if (line.startsWith("go ")) timer = setInterval(() => io.emit("m", payload), 1000 / Number(line.slice(3)));
  })
  .on("close", () => process.exit(0));
