package dev.wakit.testkit.meta.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.account.AccountCall;
import dev.wakit.testkit.meta.internal.account.Accounts;
import dev.wakit.testkit.meta.internal.catalog.CatalogDesk;
import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.media.MediaRoutes;
import dev.wakit.testkit.meta.internal.media.MediaShelf;
import dev.wakit.testkit.meta.internal.media.UploadSessions;
import dev.wakit.testkit.meta.internal.message.SendEndpoint;
import dev.wakit.testkit.meta.internal.reply.GraphReply;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.meta.internal.template.TemplateEdge;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything under {@code /{version}/}: checks the token, finds the object, hands on to its edge. Thread-safe. */
public final class GraphEndpoint implements Endpoint {

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");

    private final Identity identity;
    private final String baseUrl;
    private final Switches<GraphError> switches;
    private final SendEndpoint messages;
    private final TemplateEdge templates;
    private final MediaShelf media;
    private final MediaRoutes mediaRoutes;
    private final UploadSessions uploads;
    private final Accounts accounts;
    private final CatalogDesk catalogs;
    private final PhoneNumberNode phoneNumbers;
    private final TraceIds traces;

    public GraphEndpoint(
            Identity identity,
            String baseUrl,
            Switches<GraphError> switches,
            SendEndpoint messages,
            TemplateEdge templates,
            MediaShelf media,
            MediaRoutes mediaRoutes,
            UploadSessions uploads,
            Accounts accounts,
            CatalogDesk catalogs,
            PhoneNumberNode phoneNumbers,
            TraceIds traces) {
        this.identity = identity;
        this.baseUrl = baseUrl;
        this.switches = switches;
        this.messages = messages;
        this.templates = templates;
        this.media = media;
        this.mediaRoutes = mediaRoutes;
        this.uploads = uploads;
        this.accounts = accounts;
        this.catalogs = catalogs;
        this.phoneNumbers = phoneNumbers;
        this.traces = traces;
    }

    @Override
    public PendingReply answer(Call call) {
        boolean sends = call.is("POST", "messages") || call.is("POST", "marketing_messages");
        Optional<GraphError> error = gate(call, sends);
        if (sends) {
            String phoneNumberId = call.segment(1);
            return error.map(it -> messages.refuse(phoneNumberId, it))
                    .orElseGet(() -> messages.send(
                            phoneNumberId, call.is("POST", "marketing_messages"), Json.parse(call.body())));
        }
        try {
            error.ifPresent(it -> {
                throw new Refusal(it);
            });
            return PendingReply.now(read(call));
        } catch (Refusal refusal) {
            return PendingReply.now(GraphReply.error(refusal.error(), traces.next()));
        }
    }

    private Optional<GraphError> gate(Call call, boolean sends) {
        boolean versioned =
                VERSION.matcher(call.segment(0)).matches() && call.path().size() <= 4;
        if (!versioned
                && !MediaRoutes.isDownload(call.path())
                && !Accounts.isVersionless(call.path())
                && !TemplateEdge.isVersionless(call.path(), identity.wabaId())) {
            return Optional.of(GraphErrors.unknownPath());
        }
        if (!sends && switches.isOutage()) {
            return Optional.of(GraphErrors.serviceDown());
        }
        if (!sameSecret(BearerToken.of(call), identity.accessToken())) {
            return Optional.of(GraphErrors.badToken());
        }
        if (sends && !identity.phoneNumberIds().contains(call.segment(1))) {
            return Optional.of(GraphErrors.unknownObject("post", call.segment(1)));
        }
        if (sends && !accounts.numbers().isRegistered(call.segment(1))) {
            return Optional.of(GraphErrors.notRegistered());
        }
        return Optional.empty();
    }

    private Reply read(Call call) {
        if (MediaRoutes.isDownload(call.path())) {
            return mediaRoutes.download(call.query());
        }
        if (Accounts.isVersionless(call.path())) {
            return accounts.answerVersionless(accountCall(call, 0));
        }
        AccountCall unversioned = accountCall(call, 1);
        String address = baseUrl + "/" + String.join("/", call.path());
        Optional<Reply> account =
                accounts.answer(unversioned).or(() -> catalogs.answer(unversioned, call.body().length, address));
        if (account.isPresent()) {
            return account.get();
        }
        Optional<ObjectNode> template = templates.answer(
                new TemplateEdge.Request(call.method(), call.path(), call.query(), call.body(), address));
        if (template.isPresent()) {
            return Reply.json(template.get());
        }
        String id = call.segment(1);
        if (id.equals(identity.wabaId())) {
            return waba(call);
        }
        if (identity.phoneNumberIds().contains(id)) {
            return phoneNumber(call, id);
        }
        return upload(call)
                .or(() -> call.is(call.method(), "")
                        ? mediaRoutes.answer(call.method(), id, call.query())
                        : Optional.empty())
                .orElseThrow(() -> unknown(call));
    }

    private static AccountCall accountCall(Call call, int versions) {
        boolean isJson = call.header("Content-Type").startsWith("application/json");
        return new AccountCall(
                call.method(),
                call.path().subList(versions, call.path().size()),
                call.query(),
                isJson ? Json.parse(call.body()) : Json.object());
    }

    private Optional<Reply> upload(Call call) {
        String id = call.segment(1);
        if (call.is("POST", "uploads") && id.equals(Accounts.APP_ID)) {
            return Optional.of(Reply.json(uploads.begin(call.query())));
        }
        if (!id.startsWith("upload:")) {
            return Optional.empty();
        }
        return Optional.of(
                call.method().equals("POST")
                        ? uploads.add(id, call.header("file_offset"), call.body())
                        : Reply.json(uploads.state(id)));
    }

    private Reply waba(Call call) {
        if (call.is("GET", "phone_numbers")) {
            ObjectNode list = Json.object();
            identity.phoneNumberIds().forEach(it -> list.withArray("data").add(phoneNumbers.of(it, call.query())));
            return Reply.json(list);
        }
        throw unknown(call);
    }

    private Reply phoneNumber(Call call, String id) {
        if (call.is("POST", "media")) {
            return Reply.json(media.upload(id, call.header("Content-Type"), call.body()));
        }
        if (call.is("GET", "")) {
            return Reply.json(phoneNumbers.of(id, call.query()));
        }
        throw unknown(call);
    }

    private static Refusal unknown(Call call) {
        String method = call.method().toLowerCase(java.util.Locale.ROOT);
        return new Refusal(GraphErrors.unknownObject(method, call.segment(1)));
    }

    private static boolean sameSecret(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
