package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.audience.CsvAudience;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** {@code POST /api/campaigns}, as JSON with its recipients or as a form with a CSV file. */
public final class CreateRoute {

    private final CampaignEngine engine;
    private final CampaignViews views;
    private final Specs specs;

    /** Makes specifications of requests with {@code specs}. */
    public CreateRoute(CampaignEngine engine, CampaignViews views, Specs specs) {
        this.engine = engine;
        this.views = views;
        this.specs = specs;
    }

    /** Adds the route. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/campaigns", this::create);
    }

    private void create(Context ctx) throws IOException {
        if (ctx.isMultipartFormData()) {
            fromForm(ctx);
        } else if (ctx.isJson()) {
            fromJson(ctx);
        } else {
            throw new ApiException(
                    415,
                    "unsupported_media_type",
                    "Send application/json, or multipart/form-data with 'spec' and 'file'.");
        }
    }

    private void fromJson(Context ctx) {
        CreateRequest request = Json.read(ctx.bodyAsBytes(), CreateRequest.class);
        if (request.recipients() == null) {
            throw ApiException.invalid("The field 'recipients' is missing. A CSV file is sent as multipart/form-data.");
        }
        if (request.recipients().contains(null)) {
            throw ApiException.invalid("The field 'recipients' has an empty entry.");
        }
        List<AudienceMember> members =
                request.recipients().stream().map(Specs::member).toList();
        created(ctx, request, Audience.of(members));
    }

    private void fromForm(Context ctx) throws IOException {
        UploadedFile file = ctx.uploadedFile("file");
        if (file == null) {
            throw ApiException.invalid("The form has no part 'file' with the CSV file.");
        }
        CreateRequest request = Json.read(spec(ctx), CreateRequest.class);
        if (request.recipients() != null) {
            throw ApiException.invalid("Give either 'recipients' or a file.");
        }
        Path copy = Files.createTempFile("wakit-audience", ".csv");
        try {
            try (InputStream content = file.content()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            created(ctx, request, audience(copy, request));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static byte[] spec(Context ctx) throws IOException {
        UploadedFile part = ctx.uploadedFile("spec");
        if (part != null) {
            try (InputStream content = part.content()) {
                return content.readAllBytes();
            }
        }
        String field = ctx.formParam("spec");
        if (field == null) {
            throw ApiException.invalid("The form has no part 'spec' with the JSON that describes the campaign.");
        }
        return field.getBytes(StandardCharsets.UTF_8);
    }

    private static Audience audience(Path file, CreateRequest request) {
        CsvAudience audience = Audience.csv(file);
        if (request.phoneColumn() != null) {
            audience = audience.phoneColumn(request.phoneColumn());
        }
        return request.nameColumn() == null ? audience : audience.nameColumn(request.nameColumn());
    }

    private void created(Context ctx, CreateRequest request, Audience audience) {
        Campaign campaign = engine.campaigns().create(specs.of(request, audience));
        if (request.isToBeLaunched()) {
            campaign = engine.campaigns().launch(campaign.id());
        }
        ctx.status(201).header("Location", "/api/campaigns/" + campaign.id());
        Json.answer(ctx, Map.of("campaign", views.detail(campaign)));
    }
}
