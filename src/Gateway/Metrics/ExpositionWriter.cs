using System.Buffers;
using System.Globalization;

namespace Gateway;

/// <summary>Puts the lines of the exposition format into a buffer, without strings in between.</summary>
internal ref struct ExpositionWriter(IBufferWriter<byte> output)
{
    private const int LongestNumber = 32;

    private Span<byte> _free = output.GetSpan();
    private int _used;

    public void Write(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_free[_used..]);
        _used += text.Length;
    }

    public void WriteName(
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> suffix,
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<byte> upperBound = default
    )
    {
        Write(name);
        Write(suffix);
        if (labels.Length + upperBound.Length > 0)
        {
            Write("{"u8);
            Write(labels);
            if (upperBound.Length > 0)
            {
                Write(labels.Length > 0 ? ",le=\""u8 : "le=\""u8);
                Write(upperBound);
                Write("\""u8);
            }
            Write("}"u8);
        }
        Write(" "u8);
    }

    public void WriteValue(long value)
    {
        Reserve(LongestNumber);
        value.TryFormat(_free[_used..], out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        Write("\n"u8);
    }

    public void WriteValue(double value)
    {
        if (double.IsInfinity(value))
        {
            Write(value > 0 ? "+Inf\n"u8 : "-Inf\n"u8);
            return;
        }
        Reserve(LongestNumber);
        value.TryFormat(_free[_used..], out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        Write("\n"u8);
    }

    /// <summary>Hands over what is written; to be called once, at the end.</summary>
    public readonly void Complete() => output.Advance(_used);

    private void Reserve(int bytes)
    {
        if (_free.Length - _used < bytes)
        {
            output.Advance(_used);
            _used = 0;
            _free = output.GetSpan(bytes);
        }
    }
}
