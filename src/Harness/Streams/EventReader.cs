using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>
/// Reads server-sent events as they arrive, by the rules of the HTML standard (9.2.6). Ours, because
/// it keeps its memory from stream to stream and allocates nothing for one.
/// </summary>
internal sealed class EventReader
{
    private readonly BodyBuffer _bytes = new();
    private readonly BodyBuffer _joined = new();
    private Range _name;
    private Range _data;
    private int _dataLines;
    private int _event;
    private int _line;
    private int _scanned;
    private bool _isFresh;
    private bool _afterReturn;

    /// <summary>Of the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Bytes of memory that it holds.</summary>
    public int Capacity => _bytes.Capacity + _joined.Capacity;

    /// <summary>Begins a new stream.</summary>
    public void Begin()
    {
        _bytes.Clear();
        (_event, _line, _scanned) = (0, 0, 0);
        (_isFresh, _afterReturn, BytesRead) = (true, false, 0);
        EndEvent();
    }

    /// <summary>Gives its memory back, until the next stream.</summary>
    public void Rest()
    {
        _bytes.Rest();
        _joined.Rest();
    }

    /// <summary>Waits for some more bytes. Take all events that are there first.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">An event is longer than <see cref="BodyBuffer.Most"/>.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        _bytes.Discard(_event);
        (_event, _line, _scanned) = (0, _line - _event, _scanned - _event);
        var read = await body.ReadAsync(_bytes.Room(), cancellationToken);
        _bytes.Advance(read);
        BytesRead += read;
        return read > 0;
    }

    /// <summary>Adds bytes that are there already.</summary>
    /// <exception cref="InvalidDataException">An event is longer than <see cref="BodyBuffer.Most"/>.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Append(bytes);
        BytesRead += bytes.Length;
    }

    /// <summary>Takes the next event that has arrived whole.</summary>
    public bool TryNext(out ServerEvent next)
    {
        while (TryLine(out var line))
        {
            if (!line.IsEmpty)
            {
                Field(line);
                continue;
            }
            var name = Written(_name);
            var data = _dataLines > 1 ? _joined.WrittenSpan : Written(_data);
            var isEvent = _dataLines > 0;
            _event = _line;
            EndEvent();
            if (isEvent)
            {
                next = new ServerEvent(name, data);
                return true;
            }
        }
        next = default;
        return false;
    }

    /// <summary>Lines end in CR LF, LF or CR; a CR that came last may have its LF still to come.</summary>
    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var bytes = _bytes.WrittenSpan;
        if (_afterReturn && _line < bytes.Length)
        {
            _afterReturn = false;
            if (bytes[_line] == '\n')
            {
                _scanned = ++_line;
            }
        }
        var length = bytes[_scanned..].IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            _scanned = bytes.Length;
            line = default;
            return false;
        }
        var end = _scanned + length;
        line = bytes[_line..end];
        _afterReturn = bytes[end] == '\r';
        _line = _scanned = end + 1;
        return true;
    }

    private void Field(ReadOnlySpan<byte> line)
    {
        var start = _line - 1 - line.Length;
        if (_isFresh && line.StartsWith("\uFEFF"u8))
        {
            start += 3;
            line = line[3..];
        }
        _isFresh = false;
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var from = colon < 0 ? line.Length : colon + 1;
        from += from < line.Length && line[from] == ' ' ? 1 : 0;
        var value = (start + from - _event)..(start + line.Length - _event);
        if (name.SequenceEqual("data"u8))
        {
            AddData(value);
        }
        else if (name.SequenceEqual("event"u8))
        {
            _name = value;
        }
    }

    private void AddData(Range value)
    {
        if (_dataLines == 1)
        {
            _joined.Append(Written(_data));
        }
        if (_dataLines > 0)
        {
            _joined.Append("\n"u8);
            _joined.Append(Written(value));
        }
        _data = value;
        _dataLines++;
    }

    /// <summary>Places in an event count from its start, since what precedes it is discarded.</summary>
    private ReadOnlySpan<byte> Written(Range place) => _bytes.WrittenSpan[_event..][place];

    private void EndEvent()
    {
        (_name, _data, _dataLines) = (default, default, 0);
        _joined.Clear();
    }
}
