using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// The hub's JSON, with a code for a call that does not fit a method: SignalR says that "an error on the server" occurred, which
/// is untrue and tells a client nothing. Messages themselves are read and written as ever.
/// </summary>
internal sealed class CodedHubProtocol(JsonHubProtocol json) : IHubProtocol
{
    public string Name => json.Name;
    public int Version => json.Version;
    public TransferFormat TransferFormat => json.TransferFormat;
    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (!json.TryParseMessage(ref input, binder, out message)) return false;
        if (message is InvocationBindingFailureMessage unfit)
        {
            // SignalR throws a HubException of its own for a method that is not there.
            var code = unfit.BindingFailure.SourceException is HubException ? "unknown_method" : HubErrorFilter.BadArguments;
            message = new InvocationBindingFailureMessage(unfit.InvocationId, unfit.Target, ExceptionDispatchInfo.Capture(new HubException(code)));
        }
        return true;
    }
}
