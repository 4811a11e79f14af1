// Ports of this computer, chosen by its system.
import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Lets a server listen on this computer alone, and returns its port: any that is free, unless one is given. */
export async function listen(server: Server, port = 0, host = "127.0.0.1"): Promise<number> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("no port is free");
  }
  return address.port;
}

/** A port that is free just now, for a program that can't be asked for one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}
