package dev.wakit.provider.twilio.internal.media;

import dev.wakit.InvalidMessageException;
import dev.wakit.RequestRefusedException;
import dev.wakit.inbound.content.MediaContent;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaType;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.twilio.ReceivedMedia;
import dev.wakit.provider.twilio.internal.api.TwilioApi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of messages at Twilio.
 *
 * <p>The address in a webhook is read for the SIDs in it and is not asked itself, so that no address can draw the credentials away.
 * Thread-safe.
 */
public final class MediaCalls implements ReceivedMedia {

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[^/?#]+/2010-04-01/Accounts/(AC[0-9a-fA-F]{32})/Messages/([A-Z]{2}[0-9a-fA-F]{32})/Media/(ME[0-9a-fA-F]{32})");

    private static final int NOT_FOUND = 404;
    private static final MediaType UNTOLD = MediaType.of("application/octet-stream");

    private final TwilioApi api;

    /** The files of an account. */
    public MediaCalls(TwilioApi api) {
        this.api = api;
    }

    @Override
    public MediaDownload download(MediaContent file, long maxBytes) {
        Place place = place(file);
        HttpDownload answer = api.fetch(api.hosts().media(place.message(), place.file()));
        if (answer instanceof HttpDownload.Content content) {
            return content.begun(type(file), maxBytes);
        } else if (answer instanceof HttpDownload.Foreign foreign) {
            throw new RequestRefusedException("Twilio sends on to " + foreign.host()
                    + " for the file, and not over TLS, so nothing was asked there. Check what stands between this machine and"
                    + " Twilio.");
        }
        HttpAnswer failed = ((HttpDownload.Failed) answer).answer();
        if (failed instanceof HttpAnswer.Response response && response.status() == NOT_FOUND) {
            throw new RequestRefusedException("Twilio does not have media " + place.file()
                    + " any more: it was deleted, or its message was. Ask the person to send it again.");
        }
        throw api.refusal(failed);
    }

    @Override
    public boolean delete(MediaContent file) {
        Place place = place(file);
        return api.delete(api.hosts().media(place.message(), place.file() + ".json"));
    }

    private Place place(MediaContent file) {
        Matcher address = ADDRESS.matcher(file.url());
        if (!address.matches()) {
            throw new RequestRefusedException(
                    "The file has no address of Twilio (/2010-04-01/Accounts/…/Messages/…/Media/…), so nothing was asked. Pass a"
                            + " MediaContent that this provider's webhooks told.");
        }
        if (!address.group(1).equals(api.hosts().account())) {
            throw new RequestRefusedException("The file belongs to account " + address.group(1)
                    + ", and this provider to " + api.hosts().account() + ". Ask the provider of that account.");
        }
        return new Place(address.group(2), address.group(3));
    }

    private static MediaType type(MediaContent file) {
        try {
            return MediaType.of(file.mimeType());
        } catch (InvalidMessageException untold) {
            return UNTOLD;
        }
    }

    private record Place(String message, String file) {}
}
