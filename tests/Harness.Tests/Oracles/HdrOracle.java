import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** Answers each line on standard input, a command and its arguments, with one line of results. */
public final class HdrOracle {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer(line.split(" ")));
            System.out.flush();
        }
    }

    private static String answer(String[] request) {
        try {
            switch (request[0]) {
                case "encode":
                    return encode(recorded(request));
                case "contents":
                    return contents(decode(request[1]));
                case "figures":
                    return figures(decode(request[1]), request);
                case "equivalents":
                    return equivalents(decode(request[1]), request);
                case "subtract":
                    return subtract(decode(request[1]), decode(request[2]));
                case "distribution":
                    return distribution(decode(request[1]), request);
                case "writeLog":
                    return writeLog(request);
                case "readLog":
                    return readLog(request[1]);
                case "processLog":
                    return processLog(request);
                default:
                    return "ERROR unknown command " + request[0];
            }
        } catch (Exception e) {
            return "ERROR " + e;
        }
    }

    /** encode LOWEST HIGHEST DIGITS VALUE:COUNT... */
    private static Histogram recorded(String[] request) {
        Histogram histogram = new Histogram(
            Long.parseLong(request[1]), Long.parseLong(request[2]), Integer.parseInt(request[3]));
        for (int i = 4; i < request.length; i++) {
            String[] pair = request[i].split(":");
            histogram.recordValueWithCount(Long.parseLong(pair[0]), Long.parseLong(pair[1]));
        }
        return histogram;
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = new byte[length];
        System.arraycopy(buffer.array(), 0, bytes, 0, length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Histogram decode(String base64) throws Exception {
        return Histogram.decodeFromCompressedByteBuffer(
            ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
    }

    private static String contents(Histogram histogram) {
        StringBuilder text = new StringBuilder();
        text.append(histogram.getLowestDiscernibleValue());
        text.append(' ').append(histogram.getHighestTrackableValue());
        text.append(' ').append(histogram.getNumberOfSignificantValueDigits());
        for (HistogramIterationValue value : histogram.recordedValues()) {
            text.append(' ').append(value.getValueIteratedTo());
            text.append(':').append(value.getCountAtValueIteratedTo());
        }
        return text.toString();
    }

    /** figures HISTOGRAM PERCENTILE... */
    private static String figures(Histogram histogram, String[] request) {
        StringBuilder text = new StringBuilder();
        text.append(histogram.getTotalCount());
        text.append(' ').append(histogram.getMinNonZeroValue());
        text.append(' ').append(histogram.getMaxValue());
        text.append(' ').append(histogram.getMean());
        text.append(' ').append(histogram.getStdDeviation());
        for (int i = 2; i < request.length; i++) {
            text.append(' ').append(histogram.getValueAtPercentile(Double.parseDouble(request[i])));
        }
        return text.toString();
    }

    /** equivalents HISTOGRAM VALUE... */
    private static String equivalents(Histogram histogram, String[] request) {
        List<String> ranges = new ArrayList<>();
        for (int i = 2; i < request.length; i++) {
            long value = Long.parseLong(request[i]);
            ranges.add(histogram.lowestEquivalentValue(value)
                + ":" + histogram.medianEquivalentValue(value)
                + ":" + histogram.highestEquivalentValue(value));
        }
        return String.join(" ", ranges);
    }

    private static String subtract(Histogram later, Histogram earlier) {
        later.subtract(earlier);
        return encode(later);
    }

    /** distribution HISTOGRAM TICKS RATIO; the answer is base64 of the text. */
    private static String distribution(Histogram histogram, String[] request) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        histogram.outputPercentileDistribution(
            new PrintStream(text), Integer.parseInt(request[2]), Double.parseDouble(request[3]));
        return Base64.getEncoder().encodeToString(text.toByteArray());
    }

    /** writeLog FILE STARTMILLIS BASEMILLIS TAG|START|END|HISTOGRAM...; "-" is no tag, 0 no base. */
    private static String writeLog(String[] request) throws Exception {
        HistogramLogWriter writer = new HistogramLogWriter(request[1]);
        writer.outputComment("[written by the reference]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(Long.parseLong(request[2]));
        long base = Long.parseLong(request[3]);
        if (base != 0) {
            writer.setBaseTime(base);
            writer.outputBaseTime(base);
        }
        writer.outputLegend();
        for (int i = 4; i < request.length; i++) {
            String[] parts = request[i].split("\\|");
            Histogram histogram = decode(parts[3]);
            histogram.setTag(parts[0].equals("-") ? null : parts[0]);
            histogram.setStartTimeStamp(Long.parseLong(parts[1]));
            histogram.setEndTimeStamp(Long.parseLong(parts[2]));
            writer.outputIntervalHistogram(histogram);
        }
        writer.close();
        return "done";
    }

    private static String readLog(String file) throws Exception {
        HistogramLogReader reader = new HistogramLogReader(new File(file));
        List<String> intervals = new ArrayList<>();
        for (EncodableHistogram next = reader.nextIntervalHistogram();
            next != null;
            next = reader.nextIntervalHistogram()) {
            intervals.add((next.getTag() == null ? "-" : next.getTag())
                + "|" + next.getStartTimeStamp()
                + "|" + next.getEndTimeStamp()
                + "|" + encode((Histogram) next));
        }
        reader.close();
        return String.join(" ", intervals);
    }

    /** processLog FILE OUTPUT */
    private static String processLog(String[] request) throws Exception {
        HistogramLogProcessor processor =
            new HistogramLogProcessor(new String[] {"-i", request[1], "-o", request[2]});
        processor.start();
        processor.join();
        return "done";
    }
}
