package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.TemplateException;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.RequestUrl;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentDraft;
import dev.wakit.provider.twilio.content.ContentPage;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.TwilioContents;
import dev.wakit.provider.twilio.internal.api.Pages;
import dev.wakit.provider.twilio.internal.api.TwilioApi;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Content API. Thread-safe. */
public final class ContentCalls implements TwilioContents {

    private static final int MAX_PAGE = 1000;
    private static final int PAGE = 200;
    private static final String APPROVALS = "ApprovalRequests";

    private final TwilioApi api;

    /** The Contents of an account. */
    public ContentCalls(TwilioApi api) {
        this.api = api;
    }

    @Override
    public List<Content> list() {
        var all = new ArrayList<Content>();
        var seen = new HashSet<String>();
        String after = "";
        do {
            ContentPage page = page(PAGE, after);
            all.addAll(page.contents());
            // A pointer seen before would never end.
            after = page.next().filter(seen::add).orElse("");
        } while (!after.isEmpty());
        return List.copyOf(all);
    }

    @Override
    public ContentPage page(int pageSize, String after) {
        if (pageSize < 1 || pageSize > MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to 1,000 Contents, not " + pageSize + ".");
        }
        RequestUrl first = api.hosts().contentsAndApprovals().query("PageSize", String.valueOf(pageSize));
        JsonNode answer = api.get(Pages.at(first, after));
        var contents = new ArrayList<Content>();
        answer.path("contents")
                .forEach(node -> ContentReader.read(node)
                        // The listing names the approval of each; where it does not, none was asked for.
                        .map(content -> content.approval().isPresent() ? content : content.with(ContentApproval.NONE))
                        .ifPresent(contents::add));
        return new ContentPage(contents, Pages.next(answer));
    }

    @Override
    public Optional<Content> get(ContentSid sid) {
        return api.find(api.hosts().contents(sid.value()))
                .flatMap(ContentReader::read)
                .map(content -> content.with(approval(sid)));
    }

    @Override
    public Content create(ContentDraft draft) {
        return content(api.change(HttpCall.Method.POST, api.hosts().contents(), HttpBody.json(body(draft))));
    }

    @Override
    public Content replace(ContentSid sid, ContentDraft draft) {
        ContentApproval approval = approval(sid);
        if (approval.status() != TemplateStatus.UNSUBMITTED) {
            throw new TemplateException("Content " + sid + " is " + approval.status()
                    + " at WhatsApp, and one that was handed in cannot change (92009). Create another one.");
        }
        return content(api.change(HttpCall.Method.PUT, api.hosts().contents(sid.value()), HttpBody.json(body(draft))));
    }

    @Override
    public boolean delete(ContentSid sid) {
        return api.delete(api.hosts().contents(sid.value()));
    }

    @Override
    public ContentApproval requestApproval(ContentSid sid, TemplateName name, TemplateCategory category) {
        if (category == TemplateCategory.UNKNOWN) {
            throw new IllegalArgumentException(
                    "An approval is asked for in a category: MARKETING, UTILITY or" + " AUTHENTICATION.");
        }
        ObjectNode body = Json.object().put("name", name.value()).put("category", category.name());
        return ContentReader.approval(api.change(
                HttpCall.Method.POST, api.hosts().contents(sid.value(), APPROVALS, "whatsapp"), HttpBody.json(body)));
    }

    @Override
    public ContentApproval approval(ContentSid sid) {
        return api.find(api.hosts().contents(sid.value(), APPROVALS))
                .map(ContentReader::approval)
                .orElse(ContentApproval.NONE);
    }

    private static Content content(JsonNode answer) {
        return ContentReader.read(answer)
                .orElseThrow(() -> new TemplateException(
                        "Twilio took the Content and did not say its SID." + " List the Contents to find it."));
    }

    private static ObjectNode body(ContentDraft draft) {
        ObjectNode body =
                Json.object().put("friendly_name", draft.friendlyName()).put("language", draft.language());
        if (!draft.variables().isEmpty()) {
            ObjectNode variables = body.putObject("variables");
            for (Map.Entry<String, String> variable : draft.variables().entrySet()) {
                variables.put(variable.getKey(), variable.getValue());
            }
        }
        ObjectNode types = body.putObject("types");
        draft.types().forEach(type -> types.set(type.name(), TypeWriter.write(type)));
        return body;
    }
}
