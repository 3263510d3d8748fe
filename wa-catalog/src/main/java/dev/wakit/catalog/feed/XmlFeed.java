package dev.wakit.catalog.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an RSS 2.0 file with Google's product namespace, as Commerce Manager reads it. Not thread-safe. */
final class XmlFeed implements AutoCloseable {

    private static final String NAMESPACE = "http://base.google.com/ns/1.0";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final OutputStream file;
    private final XMLStreamWriter xml;

    XmlFeed(OutputStream file, String title, String link) throws IOException {
        this.file = file;
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("g", NAMESPACE);
            xml.writeStartElement("channel");
            element("title", title);
            element("link", link);
            element("description", title);
        } catch (XMLStreamException error) {
            throw new IOException("The XML feed cannot be begun.", error);
        }
    }

    void item(Map<String, String> item) throws IOException {
        try {
            xml.writeStartElement("item");
            for (String column : FeedColumns.META) {
                write(column, item.getOrDefault(column, ""));
            }
            for (Map.Entry<String, String> more : item.entrySet()) {
                if (!FeedColumns.META.contains(more.getKey())) {
                    write(more.getKey(), more.getValue());
                }
            }
            xml.writeEndElement();
        } catch (XMLStreamException error) {
            throw new IOException("An item of the XML feed cannot be written.", error);
        }
    }

    private void write(String column, String value) throws XMLStreamException {
        if (value.isEmpty() || !NAME.matcher(column).matches()) {
            return;
        }
        String[] values = column.equals("additional_image_link") ? value.split(",") : new String[] {value};
        for (String one : values) {
            xml.writeStartElement("g", column, NAMESPACE);
            xml.writeCharacters(clean(one));
            xml.writeEndElement();
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints().filter(XmlFeed::isOfXml).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    // The characters of XML 1.0, which leave out most control characters and lone surrogates.
    private static boolean isOfXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
            xml.close();
            file.flush();
        } catch (XMLStreamException error) {
            throw new IOException("The XML feed cannot be ended.", error);
        }
    }
}
