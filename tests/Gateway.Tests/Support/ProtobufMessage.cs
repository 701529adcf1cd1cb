using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gateway.Tests;

/// <summary>The fields of a message in protobuf's wire format, by number, without its schema.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public static ProtobufMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var message = new ProtobufMessage();
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            ulong value = 0;
            ReadOnlyMemory<byte> content = default;
            switch (tag & 7)
            {
                case 0:
                    value = Varint(ref bytes);
                    break;
                case 1:
                    value = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span);
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    content = bytes[..length];
                    bytes = bytes[length..];
                    break;
                case 5:
                    value = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span);
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} is none of protobuf's.");
            }
            message._fields.Add(((int)(tag >> 3), value, content));
        }
        return message;
    }

    public IEnumerable<ProtobufMessage> Messages(int field) =>
        _fields.Where(f => f.Number == field).Select(f => Parse(f.Bytes));

    public string Text(int field) =>
        Encoding.UTF8.GetString(_fields.Single(f => f.Number == field).Bytes.Span);

    public long Fixed(int field) => (long)_fields.Single(f => f.Number == field).Value;

    /// <summary>An AnyValue of OpenTelemetry: a string in field 1, an integer in field 3.</summary>
    public string AnyValue() =>
        _fields.Any(f => f.Number == 1)
            ? Text(1)
            : _fields.First().Value.ToString(CultureInfo.InvariantCulture);

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes.Span[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
