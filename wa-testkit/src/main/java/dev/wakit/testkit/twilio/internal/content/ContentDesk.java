package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import dev.wakit.testkit.twilio.internal.page.Page;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The Content API: everything under {@code /v1/} and {@code /v2/} that concerns contents. Thread-safe. */
public final class ContentDesk {

    private static final int MOST_VARIABLES = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([_-][A-Za-z]{2,4})?");
    private static final String CONTENT = "Content";
    private static final String WITH_APPROVALS = "ContentAndApprovals";

    private final ContentStore store;
    private final Approvals approvals;
    private final String accountSid;
    private final String baseUrl;

    public ContentDesk(ContentStore store, Approvals approvals, String accountSid, String baseUrl) {
        this.store = store;
        this.approvals = approvals;
        this.accountSid = accountSid;
        this.baseUrl = baseUrl;
    }

    /** Answers a call of the Content API; empty when it has no such path. */
    public Optional<Reply> answer(Call call) {
        boolean second = call.segment(0).equals("v2");
        return switch (call.path().size()) {
            case 2 -> collection(call, second);
            case 3 -> second || !call.segment(1).equals(CONTENT) ? Optional.empty() : one(call);
            case 4, 5 -> second || !call.segment(3).equals("ApprovalRequests") ? Optional.empty() : approval(call);
            default -> Optional.empty();
        };
    }

    private Optional<Reply> collection(Call call, boolean second) {
        List<StoredContent> contents = store.all();
        if (call.method().equals("POST") && call.segment(1).equals(CONTENT) && !second) {
            return Optional.of(create(Json.parse(call.body())));
        }
        if (!call.method().equals("GET")) {
            return Optional.empty();
        }
        List<StoredContent> found = second ? new ContentQuery(call.parameters()).of(contents) : contents;
        return switch (call.segment(1)) {
            case CONTENT -> Optional.of(list(call, found, this::shown));
            case WITH_APPROVALS -> Optional.of(list(call, found, this::withApproval));
            case "LegacyContent" -> second ? Optional.empty() : Optional.of(list(call, List.of(), this::shown));
            default -> Optional.empty();
        };
    }

    private Reply list(Call call, List<StoredContent> found, Function<StoredContent, ObjectNode> form) {
        String path = "/" + String.join("/", call.path());
        Page<StoredContent> page = Page.of(found, StoredContent::sid, path, call.parameters());
        ObjectNode body = Json.object();
        ArrayNode contents = body.putArray("contents");
        page.elements().forEach(content -> contents.add(form.apply(content)));
        body.set("meta", page.meta(baseUrl, "contents"));
        return Reply.json(body);
    }

    private Reply create(JsonNode body) {
        String language = body.path("language").asText("");
        if (language.isEmpty()) {
            throw new TwilioRefusal(TwilioErrors.content(92003, "'language' Parameter Required"));
        }
        checkLanguage(language);
        StoredContent content =
                store.create(body.path("friendly_name").asText(""), language, variables(body), types(body));
        return Reply.json(201, shown(content));
    }

    private Optional<Reply> one(Call call) {
        String sid = call.segment(2);
        return switch (call.method()) {
            case "GET" -> Optional.of(Reply.json(shown(find(call))));
            case "PUT" -> Optional.of(update(sid, Json.parse(call.body()), call));
            case "DELETE" -> {
                find(call);
                store.remove(sid);
                yield Optional.of(Reply.noContent());
            }
            default -> Optional.empty();
        };
    }

    private Reply update(String sid, JsonNode body, Call call) {
        find(call);
        ObjectNode types = types(body);
        ObjectNode variables = variables(body);
        if (body.has("language")) {
            checkLanguage(body.path("language").asText());
        }
        return store.change(sid, content -> {
                    if (content.approval().isSubmitted()) {
                        throw new TwilioRefusal(TwilioErrors.content(
                                92009,
                                "The template associated with this SID has already been submitted for approval."));
                    }
                    return new StoredContent(
                            sid,
                            body.path("friendly_name").asText(content.friendlyName()),
                            body.path("language").asText(content.language()),
                            body.has("variables") ? variables : content.variables(),
                            types,
                            content.approval(),
                            content.created(),
                            store.now());
                })
                .map(content -> (Reply) Reply.json(shown(content)))
                .orElseThrow(() -> notFound(call));
    }

    private Optional<Reply> approval(Call call) {
        StoredContent content = find(call);
        if (call.method().equals("GET") && call.path().size() == 4) {
            return Optional.of(Reply.json(approvals.shown(content, accountSid, url(content) + "/ApprovalRequests")));
        }
        if (call.method().equals("POST") && call.segment(4).equals("whatsapp")) {
            return Optional.of(Reply.json(201, approvals.submit(content, Json.parse(call.body()))));
        }
        return Optional.empty();
    }

    private StoredContent find(Call call) {
        return store.find(call.segment(2)).orElseThrow(() -> notFound(call));
    }

    private static TwilioRefusal notFound(Call call) {
        return new TwilioRefusal(TwilioErrors.notFound("/" + String.join("/", call.path())));
    }

    private static void checkLanguage(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new TwilioRefusal(TwilioErrors.content(92004, "Invalid language code"));
        }
    }

    private static ObjectNode types(JsonNode body) {
        if (!(body.path("types") instanceof ObjectNode types) || types.isEmpty()) {
            throw new TwilioRefusal(TwilioErrors.content(92001, "'Types' Parameter Required"));
        }
        TypeRules.check(types);
        return types;
    }

    private static ObjectNode variables(JsonNode body) {
        JsonNode variables = body.path("variables");
        if (variables.size() > MOST_VARIABLES) {
            throw new TwilioRefusal(TwilioErrors.content(92002, "The 'variables' parameter exceeds the allowed limit"));
        }
        return variables instanceof ObjectNode object ? object : Json.object();
    }

    private String url(StoredContent content) {
        return baseUrl + "/v1/Content/" + content.sid();
    }

    private ObjectNode shown(StoredContent content) {
        ObjectNode node = common(content).put("url", url(content));
        node.putObject("links")
                .put("approval_create", url(content) + "/ApprovalRequests/whatsapp")
                .put("approval_fetch", url(content) + "/ApprovalRequests");
        return node;
    }

    private ObjectNode withApproval(StoredContent content) {
        ObjectNode node = common(content);
        node.set("approval_requests", content.approval().json());
        return node;
    }

    private ObjectNode common(StoredContent content) {
        ObjectNode node = Json.object().put("sid", content.sid()).put("account_sid", accountSid);
        node.put("friendly_name", content.friendlyName()).put("language", content.language());
        node.set("variables", content.variables());
        node.set("types", content.types());
        node.put(
                "date_created",
                content.created().truncatedTo(ChronoUnit.SECONDS).toString());
        return node.put(
                "date_updated",
                content.updated().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
