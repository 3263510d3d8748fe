package dev.wakit.provider.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.meta.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** What a management request carries. */
public sealed interface GraphBody {

    /** A JSON document. */
    static GraphBody json(JsonNode tree) {
        return new Document(Json.write(tree));
    }

    /**
     * JSON as UTF-8.
     *
     * @param json the document; not copied
     */
    record Document(byte[] json) implements GraphBody {}

    /**
     * A form with one file, as {@code multipart/form-data}; the file is streamed.
     *
     * @param fields the other fields, in order
     * @param name the name of the file's field
     * @param file the file
     */
    record Form(List<Map.Entry<String, String>> fields, String name, File file) implements GraphBody {

        /** Copies the fields. */
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Bytes as they are, streamed, with the headers of the resumable upload.
     *
     * @param file the bytes
     * @param headers further headers; never credentials
     */
    record Raw(File file, Map<String, String> headers) implements GraphBody {

        /** Copies the headers. */
        public Raw {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A file that is read while it is sent.
     *
     * @param fileName its name, without a path
     * @param mimeType its type
     * @param length bytes, or -1 if that is not known before the end
     * @param content opens it; called once a request
     */
    record File(String fileName, String mimeType, long length, Content content) {}

    /** Opens a stream, which the request closes. */
    @FunctionalInterface
    interface Content {

        /** A new stream from the first byte. */
        InputStream open() throws IOException;
    }
}
