package dev.wakit.provider.meta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.media.UploadSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Calls of media and of uploads for headers. */
final class MediaCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final MediaId STORED = new MediaId("2621233374848975");
    private static final MediaFile PICTURE = MediaFile.of("a.png", "0123456789".getBytes(StandardCharsets.UTF_8));
    private static final String BEGUN = "{\"id\":\"upload:MTphdA==?sig=ARZ\"}";
    private static final String CONTENT = "/whatsapp_business/attachments/?mid=1";

    private MediaCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(uploads(), stored(), headers()).flatMap(List::stream);
    }

    private static List<CallExample> uploads() {
        return List.of(
                upload("Upload Audio (form-data)", "<MEDIA_ID>", "a.mp3"),
                upload("Upload Audio JSON", "4490709327384033", "a.ogg"),
                upload("Upload Image JSON", "4490709327384033", "a.jpg"),
                upload("Upload Sticker File (form-data)", "<MEDIA_ID>", "a.webp"),
                upload("Upload Sticker File JSON", "4490709327384033", "b.webp"));
    }

    private static CallExample upload(String example, String id, String file) {
        return CallExample.of(
                "media-" + file,
                facades -> assertThat(facades.media().upload(SENDER, MediaFile.of(file, new byte[] {1, 2})))
                        .isEqualTo(new MediaId(id)),
                Answer.documented("uploadImage", example));
    }

    private static List<CallExample> stored() {
        Answer found =
                Answer.documented("retrieveMediaUrl", "Retrieve Media URL").withUrl(CONTENT);
        Answer content = Answer.undocumented("a picture");
        return List.of(
                CallExample.of(
                        "media-find",
                        facades -> assertThat(facades.media().find(STORED)).hasValueSatisfying(media -> {
                            assertThat(media.type()).isEqualTo(MediaType.of("image/jpeg"));
                            assertThat(media.length()).hasValue(303_833);
                            assertThat(media.sha256()).contains("<HASH>");
                            assertThat(media.url()).hasPath("/whatsapp_business/attachments/");
                        }),
                        found),
                CallExample.of(
                        "media-download",
                        facades -> assertThat(text(facades.media().download(STORED)))
                                .isEqualTo("a picture"),
                        found,
                        content),
                CallExample.of(
                        "media-download-limited",
                        facades -> assertThat(text(facades.media().download(STORED, 9)))
                                .isEqualTo("a picture"),
                        found,
                        content),
                CallExample.of(
                        "media-delete",
                        facades -> assertThat(facades.media().delete(STORED)).isTrue(),
                        Answer.documented("deleteMedia", "Delete Media")));
    }

    private static String text(MediaDownload download) {
        try (download) {
            return new String(download.content().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CallExample> headers() {
        return List.of(
                CallExample.of(
                        "header-upload",
                        facades -> assertThat(facades.uploads().upload(PICTURE).value())
                                .isEqualTo("4:YQ==:b"),
                        Answer.undocumented(BEGUN),
                        Answer.undocumented("{\"h\":\"4:YQ==:b\"}")),
                CallExample.of(
                        "header-begin",
                        facades -> assertThat(facades.uploads().begin(PICTURE).id())
                                .isEqualTo("upload:MTphdA==?sig=ARZ"),
                        Answer.undocumented(BEGUN)),
                CallExample.of(
                        "header-resume",
                        facades -> assertThat(facades.uploads()
                                        .resume(new UploadSession("upload:MTphdA==?sig=ARZ"), PICTURE)
                                        .value())
                                .isEqualTo("4:YQ==:b"),
                        Answer.undocumented("{\"id\":\"upload:MTphdA==?sig=ARZ\",\"file_offset\":4}"),
                        Answer.undocumented("{\"h\":\"4:YQ==:b\"}")));
    }
}
