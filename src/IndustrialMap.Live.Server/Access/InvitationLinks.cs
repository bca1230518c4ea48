using IndustrialMap.Live.Grains;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Access;

/// <summary>Makes links. The secret goes after <c>#</c>, which browsers do not send: no proxy can log it.</summary>
public sealed class InvitationLinks(IOptions<ServerOptions> options)
{
    public Uri Origin { get; set; } = options.Value.PublicOrigin ?? new Uri(options.Value.Addresses[0]);

    public Invitation Of(Invited made) => new(new Uri(Origin, $"/sign-in#{made.Token}").ToString(), made.Grant.ExpiresAt);

    public string Watch(string id) => new Uri(Origin, $"/watch/{id}").ToString();
}
