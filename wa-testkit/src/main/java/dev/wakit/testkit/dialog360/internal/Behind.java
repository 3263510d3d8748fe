package dev.wakit.testkit.dialog360.internal;

import com.sun.net.httpserver.Headers;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Cloud API behind 360dialog, asked with Meta's paths and token. Thread-safe. */
final class Behind {

    private static final String VERSION = "v25.0";

    private final Endpoint graph;
    private final MetaSimulator simulator;

    Behind(Endpoint graph, MetaSimulator simulator) {
        this.graph = graph;
        this.simulator = simulator;
    }

    /** Asks an edge of the number. */
    PendingReply edge(Call call, String edge) {
        return pass(call, List.of(VERSION, simulator.phoneNumberId(), edge), simulator.accessToken());
    }

    /** Asks as somebody without a token, so that the request is counted like any other that is refused. */
    void refused(Call call, String edge) {
        pass(call, List.of(VERSION, simulator.phoneNumberId(), edge), "nobody's");
    }

    /** Asks for a node. */
    PendingReply node(Call call, String id) {
        return pass(call, List.of(VERSION, id), simulator.accessToken());
    }

    /** Asks at the same path. */
    PendingReply same(Call call) {
        return pass(call, call.path(), simulator.accessToken());
    }

    /** Asks for the templates of the account. */
    Reply ask(String method, Map<String, String> query, Call call) {
        String encoded = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return graph.answer(new Call(
                        method,
                        List.of(VERSION, simulator.wabaId(), "message_templates"),
                        Parameters.parse(encoded),
                        headers(call, simulator.accessToken()),
                        call.body()))
                .reply();
    }

    private PendingReply pass(Call call, List<String> path, String token) {
        return graph.answer(new Call(call.method(), path, call.parameters(), headers(call, token), call.body()));
    }

    private static Headers headers(Call call, String token) {
        var headers = new Headers();
        headers.putAll(call.headers());
        headers.set("Authorization", "Bearer " + token);
        return headers;
    }
}
