package dev.wakit.samples.quickstart;

import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.message.DocumentMessage;
import dev.wakit.provider.MediaShelf;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Uploads a file once, sends it by its id to two people, and downloads what one of them sends back. */
public final class MediaMain {

    private MediaMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("wakit-media");
        var list = Files.writeString(folder.resolve("price-list.txt"), "Tea 3.50\nCoffee 4.20\n");
        try (var simulator = MetaSimulator.start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            // region media
            var media = meta.media().orElseThrow();
            var shelf = MediaShelf.over(media);
            for (String person : new String[] {"+91 99978 78323", "+91 98765 43210"}) {
                MediaId id = shelf.upload(meta.defaultSender(), MediaFile.of(list));
                var message = DocumentMessage.builder(id).filename("prices.txt").build();
                WhatsApp.using(meta).send(PhoneNumber.parse(person), message);
                System.out.println("Sent " + media.find(id).orElseThrow().type() + " by id");
            }
            // endregion

            String received = simulator.customerSendsFile(
                    "+919997878323", "image", "image/png", "not really a picture".getBytes(StandardCharsets.UTF_8));

            // region download
            try (var download = media.download(new MediaId(received), 5_000_000)) {
                long bytes = download.saveTo(folder.resolve("received.png"));
                System.out.println("Received " + download.type() + ", " + bytes + " bytes");
            }
            // endregion
        }
    }
}
