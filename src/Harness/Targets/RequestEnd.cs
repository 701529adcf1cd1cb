using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>Finds where an HTTP/1.1 request ends, and looks at nothing else of it.</summary>
internal static class RequestEnd
{
    /// <returns>The position behind the buffer's first request; null while it is not whole.</returns>
    /// <exception cref="InvalidDataException">Its length can't be told.</exception>
    public static SequencePosition? Find(in ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        var (length, chunked) = (0L, false);
        while (TryReadLine(ref reader, out var line))
        {
            if (line.IsEmpty)
            {
                return chunked ? EndOfChunks(ref reader)
                    : reader.Remaining >= length ? buffer.GetPosition(length, reader.Position)
                    : null;
            }
            var colon = Math.Max(0, line.IndexOf((byte)':'));
            if (Ascii.EqualsIgnoreCase(line[..colon], "content-length"u8))
            {
                length = Length(line[(colon + 1)..]);
            }
            else if (Ascii.EqualsIgnoreCase(line[..colon], "transfer-encoding"u8))
            {
                chunked = true;
            }
        }
        return null;
    }

    private static bool TryReadLine(ref SequenceReader<byte> reader, out ReadOnlySpan<byte> line) =>
        reader.TryReadTo(out line, "\r\n"u8);

    private static long Length(ReadOnlySpan<byte> text)
    {
        text = text[Ascii.Trim(text)];
        return
            Utf8Parser.TryParse(text, out long length, out var read)
            && read == text.Length
            && length >= 0
            ? length
            : throw Unreadable("Content-Length", text);
    }

    /// <summary>Chunks of a hexadecimal size each, the last of none, then trailers up to an empty line.</summary>
    private static SequencePosition? EndOfChunks(ref SequenceReader<byte> reader)
    {
        const int LineEnd = 2;
        while (TryReadLine(ref reader, out var line))
        {
            var size = ChunkSize(line);
            if (size == 0)
            {
                return EndOfTrailers(ref reader);
            }
            if (reader.Remaining < size + LineEnd)
            {
                return null;
            }
            reader.Advance(size + LineEnd);
        }
        return null;
    }

    private static SequencePosition? EndOfTrailers(ref SequenceReader<byte> reader)
    {
        while (TryReadLine(ref reader, out var line))
        {
            if (line.IsEmpty)
            {
                return reader.Position;
            }
        }
        return null;
    }

    private static long ChunkSize(ReadOnlySpan<byte> line)
    {
        var extension = line.IndexOf((byte)';');
        var digits = extension < 0 ? line : line[..extension];
        return
            int.TryParse(
                digits,
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var size
            )
            && size >= 0
            ? size
            : throw Unreadable("chunk size", digits);
    }

    private static InvalidDataException Unreadable(string what, ReadOnlySpan<byte> text) =>
        new(
            $"The request has the {what} '{Encoding.Latin1.GetString(text)}'; allowed: a number of bytes."
        );
}
