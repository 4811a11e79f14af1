// A server of names that says of every name that it is one address, which may change.
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

/** The type of a question for an address of IPv4. */
const A = 1;

/** A running server of names. */
export class Names {
  readonly port: number;
  /** The address that every name has. */
  address = "127.0.0.1";
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.port = socket.address().port;
  }

  static async start(): Promise<Names> {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    const names = new Names(socket);
    socket.on("message", (question, from) => socket.send(answer(question, names.address), from.port, from.address));
    return names;
  }

  stop(): void {
    this.#socket.close();
  }
}

/** The answer to a question, good for a second; there is none for other addresses than those of IPv4. */
function answer(question: Buffer, address: string): Buffer {
  const end = question.indexOf(0, 12);
  const isForA = question.readUInt16BE(end + 1) === A;
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(isForA ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  const record = [0xc0, 0x0c, 0, A, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split(".").map(Number)];
  return Buffer.concat([head, question.subarray(12, end + 5), Buffer.from(isForA ? record : [])]);
}
