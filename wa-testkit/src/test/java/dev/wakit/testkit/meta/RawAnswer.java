package dev.wakit.testkit.meta;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What really came over the socket until the simulator closed it. */
record RawAnswer(String head, String body) {

    static RawAnswer to(MetaSimulator simulator, String recipient) throws IOException {
        String json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + recipient
                + "\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}";
        String request = "POST /v25.0/" + simulator.phoneNumberId() + "/messages HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + simulator.accessToken() + "\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json;
        try (Socket socket = new Socket("127.0.0.1", simulator.baseUrl().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new RawAnswer(all.substring(0, end), all.substring(end + 4));
        }
    }

    int contentLength() {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).trim()))
                .findFirst()
                .orElseThrow();
    }
}
